package dev.toolwire.wire.converse;

import dev.toolwire.model.ModelId;
import dev.toolwire.wire.ModelPath;
import java.net.URI;
import java.util.Optional;

/// The path of a request: `/model/{modelId}/converse` or `/model/{modelId}/converse-stream`.
public record ConversePath(ModelId model, boolean streaming) {

  private static final String UNARY = "converse";
  private static final String STREAMING = "converse-stream";

  /// Reads a raw path, such as [URI#getRawPath] gives it; empty if it is not one of ours.
  public static Optional<ConversePath> parse(String rawPath) {
    return ModelPath.parse(rawPath)
        .filter(path -> path.operation().equals(UNARY) || path.operation().equals(STREAMING))
        .map(path -> new ConversePath(path.model(), path.operation().equals(STREAMING)));
  }

  /// The raw path.
  public String raw() {
    return path().raw();
  }

  /// This path behind that of `endpoint`, whose slash at the end, if any, does not count.
  public URI at(URI endpoint) {
    return path().at(endpoint);
  }

  private ModelPath path() {
    return new ModelPath(model, streaming ? STREAMING : UNARY);
  }
}
