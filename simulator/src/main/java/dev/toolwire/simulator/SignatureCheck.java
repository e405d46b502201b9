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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets only those in who sign with a secret that it was told, and refuses the others in the words
/// of the service's front end. Safe for use by many threads; never prints a secret.
///
/// Source: AWS Signature Version 4, "Create a signed AWS API request".
final class SignatureCheck {

  /// How far a request's date may be off.
  static final Duration TOLERANCE = Duration.ofMinutes(15);

  private static final String SERVICE = "bedrock";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  private final Map<String, byte[]> secrets;
  private final List<byte[]> bearerKeys;
  private final InstantSource clock;

  /// @param secrets by access key
  SignatureCheck(Map<String, byte[]> secrets, List<byte[]> bearerKeys, InstantSource clock) {
    this.secrets = Map.copyOf(secrets);
    this.bearerKeys = List.copyOf(bearerKeys);
    this.clock = clock;
  }

  /// Why a request does not get in.
  record Refused(int status, String type, String message) {}

  /// Why a request may not come in; empty for one that may.
  Optional<Refused> check(WireRequest request) {
    String header = request.headers().first("Authorization").orElse("");
    if (header.isBlank()) {
      return refuse(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    if (header.startsWith("Bearer ")) {
      return bearer(header.substring("Bearer ".length()).strip());
    }
    Optional<SignedAuthorization> signed = SignedAuthorization.parse(header);
    if (signed.isEmpty()) {
      return refuse(
          400,
          "IncompleteSignatureException",
          "Authorization header requires AWS4-HMAC-SHA256 with 'Credential', 'SignedHeaders' and"
              + " 'Signature' parameters.");
    }
    return verify(request, signed.get());
  }

  private Optional<Refused> bearer(String key) {
    boolean known =
        bearerKeys.stream()
            .anyMatch(good -> MessageDigest.isEqual(good, key.getBytes(StandardCharsets.UTF_8)));
    return known
        ? Optional.empty()
        : refuse(
            403,
            "AccessDeniedException",
            "Authentication failed: Please make sure your API Key is valid.");
  }

  private Optional<Refused> verify(WireRequest request, SignedAuthorization signed) {
    byte[] secret = secrets.get(signed.accessKey());
    if (secret == null) {
      return refuse(
          403,
          "UnrecognizedClientException",
          "The security token included in the request is invalid.");
    }
    if (!signed.service().equals(SERVICE)) {
      return refuse(
          403,
          "InvalidSignatureException",
          "Credential should be scoped to correct service: '" + SERVICE + "'.");
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
