package dev.toolwire.junit;

import dev.toolwire.simulator.FaultRule;
import dev.toolwire.simulator.Pace;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/// The life of a [ModelServer] in a test, as [ScriptedModels] asks for it.
///
/// The server starts when a test first needs it and ends with the test.
final class ModelServerExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ModelServerExtension.class);

  /// A server for each test, the constructor of its instance included.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ModelServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isEmpty()
        && parameter.getDeclaringExecutable() instanceof Method method) {
      throw new ParameterResolutionException(
          method.getName()
              + " runs once for all tests, and each of them has a ModelServer of its own; make one"
              + " with ModelServer.playing and keep it in a static field");
    }
    return server(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IllegalAccessException {
    List<Held> fields = new ArrayList<>();
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      for (Field field : fields(instance.getClass())) {
        field.setAccessible(true);
        if (field.get(instance) instanceof ModelServer own) {
          if (own != given(context)) {
            own.reset();
          }
          fields.add(new Held(field, instance, own, false));
        } else {
          field.set(instance, server(context));
          fields.add(new Held(field, instance, server(context), true));
        }
      }
    }
    context.getStore(OURS).put(Held.class, fields);
  }

  private static List<Field> fields(Class<?> type) {
    return ReflectionSupport.findFields(
        type, field -> field.getType() == ModelServer.class, HierarchyTraversalMode.TOP_DOWN);
  }

  /// An instance of a class that serves many tests gets a new server for each.
  @Override
  public void afterEach(ExtensionContext context) throws IllegalAccessException {
    Set<ModelServer> servers = new LinkedHashSet<>();
    Optional.ofNullable(given(context)).ifPresent(servers::add);
    if (context.getStore(OURS).remove(Held.class) instanceof List<?> fields) {
      for (Object one : fields) {
        Held held = (Held) one;
        servers.add(held.server());
        if (held.injected()) {
          held.field().set(held.instance(), null);
        }
      }
    }
    servers.forEach(ModelServer::verify);
  }

  /// A field with a server, ours or the test's own.
  private record Held(Field field, Object instance, ModelServer server, boolean injected) {}

  private static @Nullable ModelServer given(ExtensionContext context) {
    return context.getStore(OURS).get(context.getUniqueId(), ModelServer.class);
  }

  private static ModelServer server(ExtensionContext context) {
    return context
        .getStore(OURS)
        .computeIfAbsent(context.getUniqueId(), _ -> start(context), ModelServer.class);
  }

  private static ModelServer start(ExtensionContext context) {
    ScriptedModels wanted = wanted(context).orElseThrow();
    Class<?> test = context.getRequiredTestClass();
    try {
      ModelServer server = ModelServer.playing(settings(wanted, test));
      if (!wanted.strict()) {
        server.expectUnscripted();
      }
      return server;
    } catch (IllegalArgumentException unusable) {
      throw new ExtensionConfigurationException(
          "@ScriptedModels of " + test.getName() + ": " + unusable.getMessage(), unusable);
    }
  }

  private static Simulator.Builder settings(ScriptedModels wanted, Class<?> test) {
    Simulator.Builder settings = Simulator.builder().run(wanted.run());
    if (!wanted.yaml().isBlank()) {
      settings.scripts(Script.read("yaml", wanted.yaml()));
    }
    for (String file : wanted.value()) {
      settings.scripts(Script.read(file, read(test, file)));
    }
    if (!wanted.pace().isBlank()) {
      settings.pace(Pace.parse(wanted.pace()));
    }
    settings.faults(Arrays.stream(wanted.faults()).map(FaultRule::parse).toArray(FaultRule[]::new));
    return wanted.strict() ? settings.strict() : settings;
  }

  /// The nearest one: of the method, the class, and the classes around it.
  private static Optional<ScriptedModels> wanted(ExtensionContext context) {
    for (Optional<ExtensionContext> at = Optional.of(context); at.isPresent(); ) {
      Optional<ScriptedModels> found =
          AnnotationSupport.findAnnotation(at.get().getElement(), ScriptedModels.class);
      if (found.isPresent()) {
        return found;
      }
      at = at.get().getParent();
    }
    return Optional.empty();
  }

  private static String read(Class<?> test, String file) {
    try (@Nullable InputStream in = test.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no \"%s\" on the class path beside %s; a name from the root begins with /"
                .formatted(file, test.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
