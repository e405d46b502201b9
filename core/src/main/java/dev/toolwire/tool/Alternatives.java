package dev.toolwire.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The alternatives of `anyOf` and `oneOf` among violations.
///
/// Of a value that fits none, every alternative complains. Where a constant tells them apart, as in
/// `{"type": "circle", …}`, the complaints of one that the value does not name are noise. If it
/// names none, that is all there is to say, with the names to choose from.
final class Alternatives {

  /// A value that has to fit one of several schemas.
  ///
  /// @param rule where `anyOf` or `oneOf` stands in the schema, as it was followed
  /// @param value the steps to the value
  private record Choice(List<Object> rule, List<Object> value) {

    /// The number of the alternative that `violation` comes from, if it is one of this choice.
    Optional<Integer> alternative(Violation violation) {
      return startsWith(violation.ruleSteps(), rule)
              && startsWith(violation.steps(), value)
              && violation.ruleSteps().size() > rule.size()
              && violation.ruleSteps().get(rule.size()) instanceof Integer number
          ? Optional.of(number)
          : Optional.empty();
    }

    /// Whether `violation` says no more than that no alternative fits.
    boolean isIn(Violation violation) {
      return violation.ruleSteps().equals(rule) && violation.steps().equals(value);
    }

    private static boolean startsWith(List<Object> steps, List<Object> first) {
      return steps.size() >= first.size() && steps.subList(0, first.size()).equals(first);
    }
  }

  private final List<Violation> violations;

  /// For each choice the alternatives that the value does not name, and the names that it lacks.
  private final Map<Choice, Map<Integer, JsonNode>> unnamed = new LinkedHashMap<>();

  private Alternatives(List<Violation> violations) {
    this.violations = violations;
    violations.forEach(this::lookForName);
  }

  /// `violations` in their order, without the noise.
  static List<Violation> meant(List<Violation> violations) {
    return new Alternatives(violations).meant();
  }

  private List<Violation> meant() {
    List<Violation> meant = new ArrayList<>();
    Set<Choice> told = new HashSet<>();
    for (Violation violation : violations) {
      Optional<Choice> noise =
          unnamed.keySet().stream().filter(choice -> isNoise(violation, choice)).findFirst();
      if (noise.isEmpty()) {
        meant.add(violation);
      } else if (!isNamed(noise.get()) && isAboutName(violation) && told.add(noise.get())) {
        meant.add(violation.wanting(anyOf(unnamed.getOrDefault(noise.get(), Map.of()))));
      }
    }
    return meant;
  }

  private boolean isNoise(Violation violation, Choice choice) {
    return choice.isIn(violation)
        || choice
            .alternative(violation)
            .filter(unnamed.getOrDefault(choice, Map.of())::containsKey)
            .isPresent();
  }

  /// Whether one of the alternatives is the one that the value names.
  private boolean isNamed(Choice choice) {
    Map<Integer, JsonNode> others = unnamed.getOrDefault(choice, Map.of());
    return violations.stream()
        .flatMap(violation -> choice.alternative(violation).stream())
        .anyMatch(alternative -> !others.containsKey(alternative));
  }

  private void lookForName(Violation violation) {
    List<Object> rule = violation.ruleSteps();
    for (int i = rule.size() - 2; i >= 0 && isAboutName(violation); i--) {
      boolean isChoice = rule.get(i).equals("anyOf") || rule.get(i).equals("oneOf");
      if (isChoice && rule.get(i + 1) instanceof Integer alternative) {
        int below = violation.isMissing() ? 0 : 1;
        if (below == 1 && !rule.subList(i + 2, rule.size()).contains("properties")) {
          return;
        }
        List<Object> value = violation.steps().subList(0, violation.steps().size() - below);
        unnamed
            .computeIfAbsent(new Choice(rule.subList(0, i + 1), value), _ -> new LinkedHashMap<>())
            .put(alternative, violation.wanted());
        return;
      }
    }
  }

  /// A member that must have one value only, and has another or is missing.
  private static boolean isAboutName(Violation violation) {
    return violation.keyword().equals("const")
        || (violation.isMissing() && !violation.wanted().isMissingNode());
  }

  private static ArrayNode anyOf(Map<Integer, JsonNode> names) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    names.values().stream().distinct().forEach(all::add);
    return all;
  }
}
