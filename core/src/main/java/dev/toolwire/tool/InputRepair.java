package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.InputChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Repairs an input that does not fit its schema, where only one repair makes sense.
///
/// The validator says what is wrong where; each violation may suggest a [ValueFix] for its value. A
/// value with exactly one suggestion is changed, a value with several is ambiguous and stays. What
/// comes out is validated again, so that a repair is either whole or does not happen.
final class InputRepair {

  /// Values inside an unpacked or wrapped value are seen one round later.
  private static final int MOST_ROUNDS = 4;

  private final InputValidator validator;

  InputRepair(InputValidator validator) {
    this.validator = validator;
  }

  /// An input that fits, and how it differs from the one that came.
  record Repaired(JsonObject input, List<InputChange> changes) {}

  /// The repaired `input`, or nothing if there is no single way to make it fit.
  ///
  /// @param violations what is wrong with `input`
  Optional<Repaired> repair(JsonObject input, List<Violation> violations) {
    ObjectNode tree = input.toNode();
    List<InputChange> changes = new ArrayList<>();
    List<Violation> wrong = violations;
    for (int round = 0;
        round < MOST_ROUNDS && wrong.size() < InputValidator.MOST_VIOLATIONS;
        round++) {
      int soFar = changes.size();
      fixes(wrong).forEach((place, fixes) -> apply(place, fixes, tree, changes));
      if (changes.size() == soFar) {
        return Optional.empty();
      }
      wrong = validator.violations(tree);
      if (wrong.isEmpty()) {
        return Optional.of(new Repaired(JsonObject.adopt(tree), changes));
      }
    }
    return Optional.empty();
  }

  private static Map<Place, Set<ValueFix>> fixes(List<Violation> violations) {
    Map<Place, Set<ValueFix>> fixes = new LinkedHashMap<>();
    for (Violation violation : violations) {
      if (!violation.steps().isEmpty()) {
        fixes
            .computeIfAbsent(
                new Place(violation.path(), violation.steps()), _ -> new LinkedHashSet<>())
            .addAll(ValueFix.suggestedBy(violation));
      }
    }
    return fixes;
  }

  private static void apply(
      Place place, Set<ValueFix> fixes, ObjectNode tree, List<InputChange> changes) {
    if (fixes.size() == 1) {
      ValueFix fix = fixes.iterator().next();
      JsonNode before = place.in(tree);
      boolean dropped = fix.kind() == Kind.NULL_DROPPED;
      if (dropped ? place.drop(tree) : place.put(tree, fix.value())) {
        String after = dropped ? "" : fix.value().toString();
        changes.add(new InputChange(place.path(), fix.kind(), before.toString(), after));
      }
    }
  }

  /// Where a value stands; a repair of this round may have done away with the place.
  private record Place(String path, List<Object> steps) {

    JsonNode in(ObjectNode tree) {
      return child(parent(tree), steps.getLast());
    }

    /// Only members can go: an item that went would move the others.
    boolean drop(ObjectNode tree) {
      return parent(tree) instanceof ObjectNode object
          && object.remove(steps.getLast().toString()) != null;
    }

    boolean put(ObjectNode tree, JsonNode value) {
      JsonNode parent = parent(tree);
      if (child(parent, steps.getLast()).isMissingNode()) {
        return false;
      }
      if (parent instanceof ArrayNode array && steps.getLast() instanceof Integer index) {
        array.set(index, value);
      } else if (parent instanceof ObjectNode object) {
        object.set(steps.getLast().toString(), value);
      }
      return true;
    }

    private JsonNode parent(ObjectNode tree) {
      JsonNode parent = tree;
      for (Object step : steps.subList(0, steps.size() - 1)) {
        parent = child(parent, step);
      }
      return parent;
    }

    private static JsonNode child(JsonNode parent, Object step) {
      return parent.isArray() && step instanceof Integer index
          ? parent.path(index)
          : parent.path(step.toString());
    }
  }
}
