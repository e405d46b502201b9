package dev.toolwire.wire;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The path of a wire's one operation, below whatever endpoint a request goes to. For use by many
/// threads.
public final class PathBelow {

  private final String path;

  /// Where the latest request went: it is nearly always the same place.
  private volatile @Nullable Place latest;

  private record Place(URI endpoint, URI uri) {}

  /// @param path from its first slash
  public PathBelow(String path) {
    this.path = path;
  }

  /// The address below `endpoint`, whether that ends with a slash or not.
  public URI at(URI endpoint) {
    Place known = latest;
    if (known == null || !known.endpoint().equals(endpoint)) {
      known = new Place(endpoint, below(endpoint.toString()));
      latest = known;
    }
    return known.uri();
  }

  private URI below(String base) {
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
