package dev.toolwire.simulator;

import dev.toolwire.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The form of a request over which AWS Signature Version 4 is computed, and that computation.
final class CanonicalRequest {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final String CONTENT_HASH = "x-amz-content-sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  /// Over HTTP/2 the AWS SDK for JavaScript signs the latter.
  private static final Set<String> HOST_NAMES = Set.of("host", ":authority");

  private CanonicalRequest() {}

  /// The canonical request with just those headers that were signed.
  ///
  /// @param signedHeaders names in small letters, with `;` between them
  static String of(WireRequest request, String signedHeaders, String payloadHash) {
    StringBuilder headers = new StringBuilder();
    for (String name : signedHeaders.split(";", -1)) {
      headers.append(name).append(':').append(header(request, name)).append('\n');
    }
    return String.join(
        "\n",
        request.method(),
        path(request.uri().getRawPath()),
        query(request.uri().getRawQuery()),
        headers,
        signedHeaders,
        payloadHash);
  }

  private static String header(WireRequest request, String name) {
    String values =
        request.headers().all(name).stream()
            .map(value -> value.strip().replaceAll(" +", " "))
            .collect(Collectors.joining(","));
    return values.isEmpty() && HOST_NAMES.contains(name) ? request.uri().getRawAuthority() : values;
  }

  /// Every segment as it is on the wire, encoded once more, as for every service but S3.
  private static String path(String rawPath) {
    return Arrays.stream(rawPath.split("/", -1))
        .map(CanonicalRequest::encode)
        .collect(Collectors.joining("/"));
  }

  private static String query(String rawQuery) {
    if (rawQuery == null || rawQuery.isEmpty()) {
      return "";
    }
    return Arrays.stream(rawQuery.split("&", -1))
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String encode(String segment) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  /// The hash of the body in hex; empty if a header says that it is another.
  static Optional<String> payloadHash(WireRequest request) {
    String actual = hex(sha256(request.body()));
    String said = request.headers().first(CONTENT_HASH).orElse(actual);
    return said.equals(actual) || said.equals(UNSIGNED) ? Optional.of(said) : Optional.empty();
  }

  static String stringToSign(String date, String scope, String canonicalRequest) {
    String hash = hex(sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8)));
    return String.join("\n", ALGORITHM, date, scope, hash);
  }

  static byte[] signature(
      byte[] secret, String day, String region, String service, String stringToSign) {
    byte[] start = "AWS4".getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(start, start.length + secret.length);
    System.arraycopy(secret, 0, key, start.length, secret.length);
    for (String part : new String[] {day, region, service, "aws4_request", stringToSign}) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java cannot compute HmacSHA256", impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java cannot compute SHA-256", impossible);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
