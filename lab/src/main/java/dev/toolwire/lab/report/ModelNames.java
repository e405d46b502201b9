package dev.toolwire.lab.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Models by names that are as short as they can be without being mistaken for each other:
/// `claude-3-haiku` for `bedrock:us.anthropic.claude-3-haiku-20240307-v1:0`.
final class ModelNames {

  private final Map<String, String> names = new HashMap<>();

  ModelNames(List<String> models) {
    for (String model : models) {
      String bare = bare(model);
      boolean alone = models.stream().filter(other -> bare(other).equals(bare)).count() == 1;
      names.put(model, alone ? bare : model);
    }
  }

  /// Without provider, region, maker, date and version.
  private static String bare(String model) {
    return model
        .replaceFirst("^[a-z-]+:", "")
        .replaceFirst("^.*/", "")
        .replaceFirst("^(?:[a-z-]+\\.)+(?=[a-z])", "")
        .replaceFirst("-v\\d+(?::\\d+)?$", "")
        .replaceFirst("-20\\d{6}$", "");
  }

  /// @param model as `provider:id`
  String of(String model) {
    return names.getOrDefault(model, model);
  }
}
