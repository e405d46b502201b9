package dev.toolwire.simulator;

import io.helidon.common.context.Context;
import io.helidon.common.context.Contexts;
import io.helidon.service.registry.ServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import java.util.function.Supplier;

/// A registry of Helidon's with no services in it, for a server that is given all that it needs.
///
/// Helidon fills the registry of the process with what it finds in every jar of the class path,
/// which takes longer than to start the server. That one stays as it is, since an application that
/// tests with the simulator may be made of Helidon, too.
final class NoServices {

  /// Where Helidon looks in a context for the context of the registry, and in that for the
  /// registry.
  private static final String CONTEXT = "helidon-registry-static-context";

  private static final String REGISTRY = "helidon-registry";

  private NoServices() {}

  /// Does something that finds no other registry.
  static <T> T around(Supplier<T> something) {
    ServiceRegistry empty =
        ServiceRegistryManager.create(
                ServiceRegistryConfig.builder()
                    .discoverServices(false)
                    .discoverServicesFromServiceLoader(false)
                    .build())
            .registry();
    Context context = Context.create();
    context.register(CONTEXT, context);
    context.register(REGISTRY, empty);
    return Contexts.runInContext(context, something::get);
  }
}
