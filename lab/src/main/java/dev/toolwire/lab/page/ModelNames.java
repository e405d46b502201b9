package dev.toolwire.lab.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What models are called in a report: without their provider, maker, date and version, each as far
/// as that leaves it apart from the others.
public final class ModelNames {

  /// From the shortest name to the whole one.
  private static final List<UnaryOperator<String>> SHORTENINGS =
      List.of(
          id -> withoutVersion(withoutMaker(withoutProvider(id))),
          ModelNames::withoutProvider,
          UnaryOperator.identity());

  private final Map<String, String> names;

  private ModelNames(Map<String, String> names) {
    this.names = names;
  }

  /// The names of these models.
  ///
  /// @param models each as `provider:id`
  public static ModelNames of(Collection<String> models) {
    Map<String, String> names = new HashMap<>();
    models.forEach(model -> names.put(model, shortest(model, models)));
    return new ModelNames(names);
  }

  private static String shortest(String model, Collection<String> models) {
    for (UnaryOperator<String> shortening : SHORTENINGS) {
      String name = shortening.apply(model);
      boolean mistakable =
          models.stream()
              .anyMatch(other -> !other.equals(model) && shortening.apply(other).equals(name));
      if (!mistakable) {
        return name;
      }
    }
    return model;
  }

  private static String withoutProvider(String id) {
    return id.replaceFirst("^[a-z-]+:", "");
  }

  private static String withoutMaker(String id) {
    return id.replaceFirst("^.*/", "").replaceFirst("^([a-z-]+\\.)+(?=[a-z])", "");
  }

  private static String withoutVersion(String id) {
    return id.replaceFirst("(-\\d{8})?(-v\\d+)?(:\\d+)?$", "");
  }

  /// What this model is called.
  public String of(String model) {
    return names.getOrDefault(model, model);
  }

  /// How many models there are.
  public int count() {
    return names.size();
  }

  /// Whether all of them are scripted, so that nothing is said of real ones.
  public boolean areSimulated() {
    return !names.isEmpty()
        && names.keySet().stream().allMatch(model -> model.startsWith("simulator:"));
  }
}
