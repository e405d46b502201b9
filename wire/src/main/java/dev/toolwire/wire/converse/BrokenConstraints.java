package dev.toolwire.wire.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The constraints that a request breaks, all told in one message as the service's front end does.
final class BrokenConstraints {

  /// The most broken constraints that are told one by one; all are counted.
  static final int MOST_TOLD = 100;

  /// Members whose values the service repeats in its errors. All others may hold what a user said.
  private static final Set<String> REPEATED =
      Set.of(
          "toolConfig",
          "inferenceConfig",
          "guardrailConfig",
          "additionalModelResponseFieldPaths",
          "performanceConfig",
          "serviceTier",
          "outputConfig");

  private final List<String> told = new ArrayList<>();
  private int count;

  void add(JsonNode value, MemberPath at, String constraint) {
    if (++count <= MOST_TOLD) {
      String where = " at '" + at.inConstraints() + "' failed to satisfy constraint: ";
      told.add("Value" + repeated(value, at) + where + constraint);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  @Override
  public String toString() {
    String errors = count == 1 ? " validation error" : " validation errors";
    return count + errors + " detected: " + String.join("; ", told);
  }

  private static String repeated(JsonNode value, MemberPath at) {
    if (!REPEATED.contains(at.top()) || value.isContainer()) {
      return "";
    }
    return value.isMissingNode() ? " null" : " '" + value.asString() + "'";
  }
}
