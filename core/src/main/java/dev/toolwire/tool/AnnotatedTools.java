package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The annotated methods of an object as tools. Each parameter is a member of the input.
final class AnnotatedTools {

  private AnnotatedTools() {}

  /// In the order of the tools' names: reflection promises none.
  static List<Tool> in(Object object) {
    refuseHidden(object.getClass());
    List<Tool> tools =
        Arrays.stream(object.getClass().getMethods())
            .filter(method -> method.isAnnotationPresent(ToolMethod.class) && !method.isBridge())
            .map(method -> tool(object, method))
            .sorted(Comparator.comparing(tool -> tool.spec().name().value()))
            .toList();
    if (tools.isEmpty()) {
      throw new IllegalArgumentException(
          object.getClass().getName() + " has no public method with @ToolMethod");
    }
    return tools;
  }

  private static void refuseHidden(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(ToolMethod.class)
          && !Modifier.isPublic(method.getModifiers())) {
        throw new IllegalArgumentException(
            method + " has @ToolMethod but is not public; make it public");
      }
    }
  }

  private static Tool tool(Object object, Method method) {
    ToolMethod says = Optional.ofNullable(method.getAnnotation(ToolMethod.class)).orElseThrow();
    method.setAccessible(true);
    ToolTraits traits =
        new ToolTraits(
            Duration.ofSeconds(says.deadlineSeconds()),
            says.idempotent(),
            says.exclusive(),
            says.needsApproval(),
            says.inline());
    return Tool.named(says.name().isEmpty() ? method.getName() : says.name())
        .describedAs(says.description())
        .with(traits)
        .taking(
            InputSchemas.ofParameters(method),
            input -> invoke(object, method, arguments(method, input)));
  }

  private static @Nullable Object[] arguments(Method method, JsonObject input)
      throws InputMismatchException {
    JsonNode members = input.toNode();
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      String name = parameters[i].getName();
      arguments[i] =
          InputBinder.bind(members.path(name), parameters[i].getParameterizedType(), "/" + name);
    }
    return arguments;
  }

  /// What the method throws, thrown here.
  private static @Nullable Object invoke(Object object, Method method, @Nullable Object[] arguments)
      throws Exception {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException thrown) {
      switch (thrown.getCause()) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        case null, default -> throw thrown;
      }
    }
  }
}
