package dev.toolwire.lab.scenario;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.SchemaFit;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What an argument of a call is expected to be. Types are compared before values: `1` is neither
/// `true` nor `"1"`, and `1.0` is `1` only where the schema of the tool says `number`.
public sealed interface ArgumentMatcher {

  /// As much of a text as a regular expression is held against: its time may grow faster than that.
  int LONGEST_TEXT = 20_000;

  /// Exactly this value. In objects, members that say what the schema gives as their default may be
  /// there or not.
  record Equal(JsonNode value) implements ArgumentMatcher {
    @Override
    public boolean matches(JsonNode argument, SchemaPlace place) {
      return TypedEquality.equal(value, argument, place);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /// One of these values, each compared as [Equal] does.
  record OneOf(List<JsonNode> values) implements ArgumentMatcher {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("one of no values matches nothing; give it some");
      }
    }

    @Override
    public boolean matches(JsonNode argument, SchemaPlace place) {
      return values.stream().anyMatch(value -> TypedEquality.equal(value, argument, place));
    }

    @Override
    public String toString() {
      return values.stream()
          .map(JsonNode::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
  }

  /// A number that differs from `value` by no more than `within`. Where the schema says `integer`,
  /// a number with a decimal point is none.
  record NumberWithin(BigDecimal value, BigDecimal within) implements ArgumentMatcher {
    public NumberWithin {
      if (within.signum() < 0) {
        throw new IllegalArgumentException("\"within\" is " + within + ", expected 0 or more");
      }
    }

    @Override
    public boolean matches(JsonNode argument, SchemaPlace place) {
      return argument.isNumber()
          && (argument.isIntegralNumber() || !place.isInteger())
          && argument.decimalValue().subtract(value).abs().compareTo(within) <= 0;
    }

    @Override
    public String toString() {
      return "the number " + value + (within.signum() == 0 ? "" : " ± " + within);
    }
  }

  /// A string in which the expression is found.
  record Regex(Pattern pattern) implements ArgumentMatcher {
    @Override
    public boolean matches(JsonNode argument, SchemaPlace place) {
      if (!argument.isString()) {
        return false;
      }
      String text = argument.stringValue();
      return pattern.matcher(text.substring(0, Math.min(text.length(), LONGEST_TEXT))).find();
    }

    @Override
    public String toString() {
      return "a text that fits /" + pattern.pattern() + "/";
    }
  }

  /// A value that fits a JSON Schema; `{}` takes any.
  record Fits(JsonObject schema, SchemaFit fit) implements ArgumentMatcher {
    public Fits(JsonObject schema) {
      this(schema, SchemaFit.to(schema));
    }

    @Override
    public boolean matches(JsonNode argument, SchemaPlace place) {
      return fit.fits(argument);
    }

    @Override
    public String toString() {
      return schema.isEmpty() ? "any value" : "a value that fits " + schema;
    }
  }

  /// Whether `argument` is what is expected.
  ///
  /// @param place what the schema of the tool says about the argument
  boolean matches(JsonNode argument, SchemaPlace place);
}
