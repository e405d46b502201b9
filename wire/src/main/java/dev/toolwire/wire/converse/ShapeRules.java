package dev.toolwire.wire.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Compares a request with its [Shape] and says what the service says about the differences.
///
/// The service has three layers. What cannot be read is refused at once (`SerializationException`);
/// then all broken constraints are told together; then the first member that nobody knows, or the
/// first union that has not exactly one member.
final class ShapeRules {

  private final BrokenConstraints broken = new BrokenConstraints();
  private @Nullable String unreadable;
  private @Nullable String notTaken;

  private ShapeRules() {}

  static Optional<Refusal> check(JsonNode value, Shape shape) {
    ShapeRules rules = new ShapeRules();
    rules.compare(value, shape, MemberPath.ROOT);
    return rules.refusal();
  }

  private Optional<Refusal> refusal() {
    if (unreadable != null) {
      return Optional.of(Refusal.serialization(unreadable));
    }
    if (!broken.isEmpty()) {
      return Optional.of(Refusal.validation(broken.toString()));
    }
    return Optional.ofNullable(notTaken).map(Refusal::validation);
  }

  private void compare(JsonNode value, Shape shape, MemberPath at) {
    Optional<String> mismatch = TypeMismatch.between(value, shape);
    if (mismatch.isPresent()) {
      unreadable = unreadable == null ? mismatch.get() : unreadable;
      return;
    }
    switch (shape) {
      case Shape.Structure structure -> compareStructure(value, structure, at);
      case Shape.Union union -> compareUnion(value, union, at);
      case Shape.Items(Shape item, int min, int max) -> {
        requireLength(value, value.size(), min, max, at);
        for (int i = 0; i < value.size(); i++) {
          compareRequired(value.get(i), item, at.item(i));
        }
      }
      case Shape.Entries entries -> compareEntries(value, entries, at);
      case Shape.Text text ->
          textConstraints(value.stringValue(), text).forEach(each -> broken.add(value, at, each));
      case Shape.Word(List<String> words) -> {
        if (!words.contains(value.stringValue())) {
          broken.add(value, at, "Member must satisfy enum value set: " + words);
        }
      }
      case Shape.Whole(int min) -> requireRange(value, min, Double.MAX_VALUE, at);
      case Shape.Fraction(int min, int max) -> requireRange(value, min, max, at);
      case Shape.Blob(int min) ->
          requireLength(value, value.stringValue().length(), min, Shape.NO_LIMIT, at);
      case Shape.Flag _, Shape.Document _ -> {}
    }
  }

  private void compareRequired(@Nullable JsonNode value, Shape shape, MemberPath at) {
    if (value == null || value.isNull()) {
      broken.add(MissingNode.getInstance(), at, "Member must not be null");
    } else {
      compare(value, shape, at);
    }
  }

  private void compareStructure(JsonNode value, Shape.Structure structure, MemberPath at) {
    for (String required : structure.required()) {
      if (absent(value.get(required))) {
        broken.add(MissingNode.getInstance(), at.member(required), "Member must not be null");
      }
    }
    compareMembers(value, structure.members(), at);
  }

  private void compareUnion(JsonNode value, Shape.Union union, MemberPath at) {
    int set = compareMembers(value, union.members(), at);
    if (set != 1) {
      String which = set == 0 ? "must set one" : "must set only one";
      String keys = String.join(", ", union.members().keySet());
      notTaken(
          union.name()
              + " object at "
              + at.inRules()
              + " "
              + which
              + " of the following keys: "
              + keys
              + ".");
    }
  }

  /// Returns how many of `members` are set.
  private int compareMembers(JsonNode value, Map<String, Shape> members, MemberPath at) {
    int set = 0;
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Shape shape = members.get(member.getKey());
      MemberPath path = at.member(member.getKey());
      if (shape == null) {
        notTaken(ModelLayer.says(path.inRules() + ": Extra inputs are not permitted"));
      } else if (!absent(member.getValue())) {
        set++;
        compare(member.getValue(), shape, path);
      }
    }
    return set;
  }

  private void compareEntries(JsonNode value, Shape.Entries entries, MemberPath at) {
    requireLength(value, value.size(), entries.min(), entries.max(), at);
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      List<String> key = textConstraints(entry.getKey(), entries.key());
      if (!key.isEmpty()) {
        broken.add(value, at, "Map keys must satisfy constraint: " + key);
      }
      compareEntry(entry.getValue(), entries.value(), at, at.member(entry.getKey()));
    }
  }

  private void compareEntry(JsonNode value, Shape shape, MemberPath map, MemberPath at) {
    if (shape instanceof Shape.Text text && value.isString()) {
      List<String> constraints = textConstraints(value.stringValue(), text);
      if (!constraints.isEmpty()) {
        broken.add(value, map, "Map value must satisfy constraint: " + constraints);
      }
    } else {
      compareRequired(value, shape, at);
    }
  }

  private static List<String> textConstraints(String value, Shape.Text text) {
    List<String> constraints = new ArrayList<>();
    int length = value.codePointCount(0, value.length());
    if (length > text.max()) {
      constraints.add("Member must have length less than or equal to " + text.max());
    }
    if (text.pattern() != null && !text.pattern().matcher(value).matches()) {
      constraints.add("Member must satisfy regular expression pattern: " + text.pattern());
    }
    if (length < text.min()) {
      constraints.add("Member must have length greater than or equal to " + text.min());
    }
    return constraints;
  }

  private void requireLength(JsonNode value, int length, int min, int max, MemberPath at) {
    if (length > max) {
      broken.add(value, at, "Member must have length less than or equal to " + max);
    }
    if (length < min) {
      broken.add(value, at, "Member must have length greater than or equal to " + min);
    }
  }

  private void requireRange(JsonNode value, int min, double max, MemberPath at) {
    if (value.doubleValue() > max) {
      broken.add(value, at, "Member must have value less than or equal to " + (int) max);
    }
    if (value.doubleValue() < min) {
      broken.add(value, at, "Member must have value greater than or equal to " + min);
    }
  }

  private void notTaken(String message) {
    notTaken = notTaken == null ? message : notTaken;
  }

  private static boolean absent(@Nullable JsonNode value) {
    return value == null || value.isNull();
  }
}
