package dev.toolwire.provider;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.wire.Transport;
import java.net.URI;

/// The models of one service: everything about reaching them but the transport. Immutable; each
/// `with` gives another.
///
/// ```java
/// try (HttpTransport http = HttpTransport.create()) {
///   Model model = Bedrock.fromEnvironment(System.getenv()).converse().over(http);
///   …
/// }
/// ```
public sealed interface Provider permits WireProvider, SplitProvider {

  /// When to ask again, if not as the service's own SDKs do.
  Provider withRetries(RetryPolicy policy);

  /// What is known about models, if not what comes with Toolwire.
  Provider withCatalogue(ModelCatalogue known);

  /// What happens to requests of which the wire, or the model, cannot be told all, if not
  /// [LossPolicy#log()].
  Provider withLosses(LossPolicy policy);

  /// Where `model` is asked: scheme, host, port and possibly a path.
  URI endpoint(ModelId model);

  /// The models, reached over `transport`; the request names the model.
  Model over(Transport transport);
}
