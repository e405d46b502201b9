package dev.toolwire.simulator;

import dev.toolwire.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells who signs with a secret that it was told, and refuses the others in the words of Bedrock's
/// front end. Safe for use by many threads; never prints a secret.
///
/// Source: AWS Signature Version 4, "Create a signed AWS API request".
final class SignatureCheck {

  /// How far a request's date may be off.
  static final Duration TOLERANCE = Duration.ofMinutes(15);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  private final Map<String, byte[]> secrets;
  private final InstantSource clock;

  /// @param secrets by access key
  SignatureCheck(Map<String, byte[]> secrets, InstantSource clock) {
    this.secrets = Map.copyOf(secrets);
    this.clock = clock;
  }

  /// Why a request may not come in; empty for one that may.
  ///
  /// @param authorization what the header of that name says
  /// @param services the names of which one must stand in the credential's scope
  Optional<Refused> check(WireRequest request, String authorization, Set<String> services) {
    Optional<SignedAuthorization> signed = SignedAuthorization.parse(authorization);
    if (signed.isEmpty()) {
      return refuse(
          400,
          "IncompleteSignatureException",
          "Authorization header requires AWS4-HMAC-SHA256 with 'Credential', 'SignedHeaders' and"
              + " 'Signature' parameters.");
    }
    return verify(request, signed.get(), services);
  }

  private Optional<Refused> verify(
      WireRequest request, SignedAuthorization signed, Set<String> services) {
    byte[] secret = secrets.get(signed.accessKey());
    if (secret == null) {
      return refuse(
          403,
          "UnrecognizedClientException",
          "The security token included in the request is invalid.");
    }
    if (!services.contains(signed.service())) {
      return refuse(
          403,
          "InvalidSignatureException",
          "Credential should be scoped to correct service: '"
              + String.join("' or '", services)
              + "'.");
    }
    String date = request.headers().first("X-Amz-Date").orElse("");
    Optional<Refused> late = checkDate(date, signed.day());
    if (late.isPresent()) {
      return late;
    }
    Optional<String> hash = CanonicalRequest.payloadHash(request);
    return hash.isPresent() && matches(request, signed, secret, date, hash.get())
        ? Optional.empty()
        : refuse(
            403,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check"
                + " your AWS Secret Access Key and signing method. Consult the service"
                + " documentation for details.");
  }

  private static boolean matches(
      WireRequest request,
      SignedAuthorization signed,
      byte[] secret,
      String date,
      String payloadHash) {
    String canonical = CanonicalRequest.of(request, signed.headers(), payloadHash);
    byte[] expected =
        CanonicalRequest.signature(
            secret,
            signed.day(),
            signed.region(),
            signed.service(),
            CanonicalRequest.stringToSign(date, signed.scope(), canonical));
    return MessageDigest.isEqual(
        HexFormat.of().formatHex(expected).getBytes(StandardCharsets.UTF_8),
        signed.signature().getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Refused> checkDate(String date, String day) {
    Instant signedAt;
    try {
      signedAt = DATE.parse(date, Instant::from);
    } catch (DateTimeParseException _) {
      return refuse(
          400,
          "IncompleteSignatureException",
          "Authorization header requires existence of a 'X-Amz-Date' header in ISO8601 basic"
              + " format.");
    }
    Instant now = clock.instant();
    if (signedAt.isBefore(now.minus(TOLERANCE))) {
      return refuse(
          403,
          "InvalidSignatureException",
          "Signature expired: "
              + date
              + " is now earlier than "
              + DATE.format(now.minus(TOLERANCE))
              + " ("
              + DATE.format(now)
              + " - 15 min.)");
    }
    if (signedAt.isAfter(now.plus(TOLERANCE)) || !date.startsWith(day)) {
      return refuse(
          403,
          "InvalidSignatureException",
          "Signature not yet current: "
              + date
              + " is still later than "
              + DATE.format(now.plus(TOLERANCE))
              + " ("
              + DATE.format(now)
              + " + 15 min.)");
    }
    return Optional.empty();
  }

  private static Optional<Refused> refuse(int status, String type, String message) {
    return Optional.of(new Refused(status, type, message));
  }
}
