package dev.toolwire.simulator;

import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Knows who may come in. Safe for use by many threads; never prints a key.
///
/// @param keys those that may be shown, as a bearer or in a header of their own
/// @param open whether anybody may come in, since nobody was told a key
record Doorkeeper(SignatureCheck signatures, List<byte[]> keys, boolean open) {

  private static final String BEARER = "Bearer ";

  /// What became of a request's key.
  enum Key {
    GOOD,
    MISSING,
    WRONG
  }

  Doorkeeper {
    keys = List.copyOf(keys);
  }

  /// Why a request may not come in at a door of Bedrock, where it is signed or shows a key.
  ///
  /// @param services for which it may be signed
  Optional<Refused> atBedrock(WireRequest request, Set<String> services) {
    if (open) {
      return Optional.empty();
    }
    String authorization = request.headers().first("Authorization").orElse("");
    if (authorization.isBlank()) {
      return Optional.of(
          new Refused(403, "MissingAuthenticationTokenException", "Missing Authentication Token"));
    }
    if (!authorization.startsWith(BEARER)) {
      return signatures.check(request, authorization, services);
    }
    return isKnown(authorization.substring(BEARER.length()))
        ? Optional.empty()
        : Optional.of(
            new Refused(
                403,
                "AccessDeniedException",
                "Authentication failed: Please make sure your API Key is valid."));
  }

  /// Looks at the keys of a request: the bearer, and those in the headers called so. One good key
  /// is enough.
  Key key(Headers headers, String... names) {
    if (open) {
      return Key.GOOD;
    }
    boolean shown = false;
    for (String name : names) {
      for (String value : headers.all(name)) {
        String key = value.startsWith(BEARER) ? value.substring(BEARER.length()) : value;
        if (isKnown(key)) {
          return Key.GOOD;
        }
        shown |= !key.isBlank();
      }
    }
    return shown ? Key.WRONG : Key.MISSING;
  }

  private boolean isKnown(String key) {
    byte[] shown = key.strip().getBytes(StandardCharsets.UTF_8);
    return keys.stream().anyMatch(good -> MessageDigest.isEqual(good, shown));
  }

  @Override
  public String toString() {
    return open ? "open to all" : "open to " + keys.size() + " keys and to signatures";
  }
}
