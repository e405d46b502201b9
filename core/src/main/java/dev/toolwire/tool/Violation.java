package dev.toolwire.tool;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One place where an input does not do what a keyword of its schema says.
///
/// @param path the JSON pointer of `value`; empty for the input itself
/// @param steps the same as member names and array indexes
/// @param ruleSteps the way to the keyword through the schema, references followed
/// @param keyword the schema keyword, such as `type` or `required`
/// @param rule what the schema says at the keyword
/// @param owner the schema that the keyword stands in
/// @param value the value that breaks the rule
/// @param member the missing or unknown member, if the keyword is about one; else empty
/// @param text the validator's own words
record Violation(
    String path,
    List<Object> steps,
    List<Object> ruleSteps,
    String keyword,
    JsonNode rule,
    JsonNode owner,
    JsonNode value,
    String member,
    String text) {

  /// Whether a member is missing that has to be there.
  boolean isMissing() {
    return keyword.equals("required");
  }

  /// The one value that a constant wants; missing if no constant is broken.
  JsonNode wanted() {
    return isMissing() ? owner.path("properties").path(member).path("const") : rule;
  }

  /// The same about a constant, if it may be any of `values`.
  Violation wanting(ArrayNode values) {
    if (!isMissing()) {
      return new Violation(path, steps, ruleSteps, "enum", values, owner, value, member, text);
    }
    ObjectNode choosing = values.objectNode();
    choosing.putObject("properties").putObject(member).set("enum", values);
    return new Violation(path, steps, ruleSteps, keyword, rule, choosing, value, member, text);
  }
}
