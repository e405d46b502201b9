package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Says violations to a model: where, what came, what was expected.
final class ViolationWords {

  /// How many problems are said; the rest is counted.
  static final int MOST_LINES = 10;

  private static final int LONGEST_VALUE = 60;
  private static final int LONGEST_LIST = 400;

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a string",
          "integer", "an integer",
          "number", "a number",
          "boolean", "true or false",
          "array", "an array",
          "object", "an object",
          "null", "null");

  private static final Map<String, String> FORMATS =
      Map.of(
          "date", "a date such as 2026-11-20",
          "date-time", "a date and time with offset such as 2026-11-20T12:30:00Z",
          "time", "a time with offset such as 12:30:00Z",
          "duration", "an ISO 8601 duration such as PT1H30M",
          "email", "an e-mail address",
          "uri", "a URI with a scheme such as https://example.org/",
          "uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000");

  private ViolationWords() {}

  /// One line per problem, at most [#MOST_LINES] and a line that counts the others.
  static List<String> lines(List<Violation> violations) {
    List<String> lines = new ArrayList<>(bySubject(Alternatives.meant(violations)));
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    int unsaid = lines.size() - MOST_LINES;
    boolean cut = violations.size() == InputValidator.MOST_VIOLATIONS;
    lines.subList(MOST_LINES, lines.size()).clear();
    lines.add("and %s%d more".formatted(cut ? "at least " : "", unsaid));
    return lines;
  }

  /// Alternatives each complain about the type of the same value: that is one line.
  private static List<String> bySubject(List<Violation> violations) {
    Map<String, List<Violation>> groups = new LinkedHashMap<>();
    for (Violation violation : violations) {
      String key =
          violation.keyword().equals("type") ? violation.path() : violation.path() + groups.size();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(violation);
    }
    return groups.values().stream().map(ViolationWords::line).distinct().toList();
  }

  private static String line(List<Violation> same) {
    Violation first = same.getFirst();
    if (first.keyword().equals("type")) {
      String wanted =
          same.stream().map(v -> types(v.rule())).distinct().collect(Collectors.joining(" or "));
      return first.value().isNull()
          ? misfit(first, wanted)
          : where(first)
              + shown(first.value())
              + " is "
              + kind(first.value())
              + ", expected "
              + wanted;
    }
    return words(first);
  }

  private static String words(Violation v) {
    String rule = v.rule().asString("");
    return switch (v.keyword()) {
      case "required" ->
          member(v)
              + "missing, expected "
              + expected(v.owner().path("properties").path(v.member()));
      case "additionalProperties", "unevaluatedProperties" -> member(v) + unknown(v.owner());
      case "enum" -> misfit(v, list(v.rule()));
      case "const" -> misfit(v, shown(v.rule()));
      case "format" -> misfit(v, FORMATS.getOrDefault(rule, "the format " + rule));
      case "pattern" -> misfit(v, "a match of the pattern " + rule);
      case "minimum" -> misfit(v, "at least " + rule);
      case "maximum" -> misfit(v, "at most " + rule);
      case "exclusiveMinimum" -> misfit(v, "more than " + rule);
      case "exclusiveMaximum" -> misfit(v, "less than " + rule);
      case "multipleOf" -> misfit(v, "a multiple of " + rule);
      case "minLength" -> length(v, "at least " + rule);
      case "maxLength" -> length(v, "at most " + rule);
      case "minItems" -> items(v, "at least " + rule);
      case "maxItems" -> items(v, "at most " + rule);
      case "uniqueItems" -> where(v) + "has an item twice, expected each once";
      case "oneOf" -> where(v) + "does not fit exactly one of the alternatives";
      default -> where(v) + Excerpt.of(v.text(), LONGEST_LIST);
    };
  }

  private static String where(Violation v) {
    return (v.path().isEmpty() ? "the input" : v.path()) + ": ";
  }

  private static String member(Violation v) {
    return v.path() + "/" + v.member().replace("~", "~0").replace("/", "~1") + ": ";
  }

  private static String misfit(Violation v, String wanted) {
    return where(v) + "got " + shown(v.value()) + ", expected " + wanted;
  }

  private static String length(Violation v, String limit) {
    String text = v.value().asString("");
    int length = text.codePointCount(0, text.length());
    return where(v) + "has " + length + " characters, expected " + limit;
  }

  private static String items(Violation v, String limit) {
    return where(v) + "has " + v.value().size() + " items, expected " + limit;
  }

  private static String unknown(JsonNode owner) {
    String known =
        owner.path("properties").propertyNames().stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    return "unknown member, expected "
        + (known.isEmpty() ? "none" : "only " + Excerpt.of(known, LONGEST_LIST));
  }

  private static String expected(JsonNode schema) {
    String what =
        schema.has("enum")
            ? list(schema.path("enum"))
            : schema.has("type") ? types(schema.path("type")) : "a value";
    String description = schema.path("description").asString("");
    return description.isEmpty()
        ? what
        : what + " (" + Excerpt.of(description, LONGEST_VALUE) + ")";
  }

  private static String list(JsonNode values) {
    String all = values.valueStream().map(JsonNode::toString).collect(Collectors.joining(", "));
    return (values.size() == 1 ? "" : "one of ") + Excerpt.of(all, LONGEST_LIST);
  }

  private static String types(JsonNode rule) {
    return rule.isArray()
        ? rule.valueStream().map(ViolationWords::types).collect(Collectors.joining(" or "))
        : TYPES.getOrDefault(rule.asString(""), "another type");
  }

  private static String kind(JsonNode value) {
    return value.isIntegralNumber() ? "an integer" : JsonObject.kindOf(value);
  }

  private static String shown(JsonNode value) {
    return Excerpt.of(value.toString(), LONGEST_VALUE);
  }
}
