package dev.toolwire.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of an `Authorization` header of AWS Signature Version 4.
///
/// @param day as in the credential's scope, `20261120`
/// @param headers the names of the signed headers, with `;` between them
record SignedAuthorization(
    String accessKey, String day, String region, String service, String headers, String signature) {

  private static final Pattern CREDENTIAL =
      Pattern.compile("([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request");

  /// The parts; empty if one is missing.
  static Optional<SignedAuthorization> parse(String header) {
    if (!header.startsWith(CanonicalRequest.ALGORITHM + " ")) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : header.substring(CanonicalRequest.ALGORITHM.length()).split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    Matcher credential = CREDENTIAL.matcher(parts.getOrDefault("Credential", ""));
    String headers = parts.getOrDefault("SignedHeaders", "");
    String signature = parts.getOrDefault("Signature", "");
    if (!credential.matches() || headers.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedAuthorization(
            credential.group(1),
            credential.group(2),
            credential.group(3),
            credential.group(4),
            headers,
            signature));
  }

  String scope() {
    return day + "/" + region + "/" + service + "/aws4_request";
  }

  /// Never the signature.
  @Override
  public String toString() {
    return accessKey + "/" + scope() + " " + headers;
  }
}
