package dev.toolwire.wire.invoke;

import dev.toolwire.model.ModelId;
import dev.toolwire.wire.ModelPath;
import java.net.URI;
import java.util.Optional;

/// The path of a request: `/model/{modelId}/invoke` or
/// `/model/{modelId}/invoke-with-response-stream`.
public record InvokePath(ModelId model, boolean streaming) {

  private static final String UNARY = "invoke";
  private static final String STREAMING = "invoke-with-response-stream";

  /// Reads a raw path, such as [URI#getRawPath] gives it; empty if it is not one of ours.
  public static Optional<InvokePath> parse(String rawPath) {
    return ModelPath.parse(rawPath)
        .filter(path -> path.operation().equals(UNARY) || path.operation().equals(STREAMING))
        .map(path -> new InvokePath(path.model(), path.operation().equals(STREAMING)));
  }

  /// This path behind that of `endpoint`, whose slash at the end, if any, does not count.
  public URI at(URI endpoint) {
    return new ModelPath(model, streaming ? STREAMING : UNARY).at(endpoint);
  }
}
