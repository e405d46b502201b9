package dev.toolwire.tool;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// One place where an input does not do what a keyword of its schema says.
///
/// @param path the JSON pointer of `value`; empty for the input itself
/// @param steps the same as member names and array indexes
/// @param keyword the schema keyword, such as `type` or `required`
/// @param rule what the schema says at the keyword
/// @param owner the schema that the keyword stands in
/// @param value the value that breaks the rule
/// @param member the missing or unknown member, if the keyword is about one; else empty
/// @param text the validator's own words
record Violation(
    String path,
    List<Object> steps,
    String keyword,
    JsonNode rule,
    JsonNode owner,
    JsonNode value,
    String member,
    String text) {}
