package dev.toolwire.lab.page.compare;

import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What models are called in a report: without their provider, maker, date and version, as far as
/// that leaves them apart.
record ModelNames(Map<String, String> shortened) {

  /// From the shortest name to the whole one.
  private static final List<UnaryOperator<String>> SHORTENINGS =
      List.of(
          id ->
              id.replaceFirst("^.*:(?=[a-z])", "")
                  .replaceFirst("^([a-z-]+\\.)+(?=[a-z])", "")
                  .replaceFirst("(-\\d{8})?(-v\\d+)?(:\\d+)?$", ""),
          id -> id.replaceFirst("^[a-z-]+:", ""),
          id -> id);

  static ModelNames of(Comparison comparison) {
    List<String> models = comparison.models().stream().map(ModelSummary::model).toList();
    for (UnaryOperator<String> shortening : SHORTENINGS) {
      Map<String, String> names = new LinkedHashMap<>();
      models.forEach(model -> names.put(model, shortening.apply(model)));
      if (names.values().stream().distinct().count() == models.size()) {
        return new ModelNames(names);
      }
    }
    return new ModelNames(
        models.stream().collect(Collectors.toMap(model -> model, model -> model)));
  }

  String of(String model) {
    return shortened.getOrDefault(model, model);
  }
}
