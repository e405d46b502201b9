package dev.toolwire.lab.scenario;

import dev.toolwire.lab.scenario.Expectation.Injection;
import dev.toolwire.lab.scenario.Expectation.Order;
import dev.toolwire.lab.scenario.Expectation.Rounds;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads what is expected in a turn, of models that are given certain tools.
final class ExpectationReader {

  private final List<ToolSpec> tools;

  ExpectationReader(List<ScenarioTool> tools) {
    this.tools = tools.stream().map(ScenarioTool::spec).toList();
  }

  Expectation read(YamlValue value) {
    YamlFields fields =
        value.fields(
            "calls",
            "order",
            "other_calls",
            "forbidden",
            "injections",
            "recovers",
            "no_tool",
            "rounds",
            "answer");
    return ScenarioReader.located(
        value,
        () ->
            new Expectation(
                list(fields, "calls", this::call),
                fields.find("order").map(ExpectationReader::order).orElse(Order.ANY),
                fields.find("other_calls").map(ExpectationReader::isForbidden).orElse(false),
                list(fields, "forbidden", this::forbidden),
                list(fields, "injections", this::injection),
                list(fields, "recovers", this::tool),
                fields.find("no_tool").map(YamlValue::flag).orElse(false),
                fields.find("rounds").map(ExpectationReader::rounds).orElse(Rounds.ANY),
                fields.find("answer").map(ExpectationReader::answer).orElse(List.of())));
  }

  private static <T> List<T> list(YamlFields fields, String name, Function<YamlValue, T> reader) {
    return fields
        .find(name)
        .map(list -> list.items().stream().map(reader).toList())
        .orElse(List.of());
  }

  private String tool(YamlValue name) {
    return spec(name).name().value();
  }

  private ToolSpec spec(YamlValue name) {
    return tools.stream()
        .filter(tool -> tool.name().value().equals(name.text()))
        .findFirst()
        .orElseThrow(() ->
            name.wrong(
                "the scenario has no tool \"%s\"; there are %s"
                    .formatted(name.text(), tools.stream().map(ToolSpec::name).toList())));
  }

  private ExpectedCall call(YamlValue value) {
    if (value.isText()) {
      return new ExpectedCall("", tool(value), Map.of(), true, List.of());
    }
    YamlFields fields = value.fields("id", "tool", "input", "other_arguments", "after");
    ToolSpec spec = spec(fields.need("tool"));
    boolean others =
        fields.find("other_arguments").map(YamlValue::flag).orElse(!fields.has("input"));
    return new ExpectedCall(
        fields.find("id").map(YamlValue::text).orElse(""),
        spec.name().value(),
        fields.find("input").map(map -> MatcherReader.expected(map, spec)).orElse(Map.of()),
        others,
        list(fields, "after", YamlValue::text));
  }

  private static Order order(YamlValue value) {
    return switch (value.text()) {
      case "any" -> Order.ANY;
      case "sequential" -> Order.SEQUENTIAL;
      case "parallel" -> Order.PARALLEL;
      default -> throw value.expected("any, sequential or parallel");
    };
  }

  private static boolean isForbidden(YamlValue value) {
    return switch (value.text()) {
      case "allowed" -> false;
      case "forbidden" -> true;
      default -> throw value.expected("allowed or forbidden");
    };
  }

  private ForbiddenCall forbidden(YamlValue value) {
    if (value.isText()) {
      return new ForbiddenCall(tool(value), Map.of(), "");
    }
    YamlFields fields = value.fields("tool", "input", "because");
    ToolSpec spec = spec(fields.need("tool"));
    return new ForbiddenCall(
        spec.name().value(),
        fields.find("input").map(map -> MatcherReader.arguments(map, spec)).orElse(Map.of()),
        fields.find("because").map(YamlValue::text).orElse(""));
  }

  private Injection injection(YamlValue value) {
    YamlFields fields = value.fields("by", "asks_for");
    return new Injection(tool(fields.need("by")), tool(fields.need("asks_for")));
  }

  private static Rounds rounds(YamlValue value) {
    if (value.isText()) {
      int exactly = value.integer(1);
      return new Rounds(exactly, exactly);
    }
    YamlFields fields = value.fields("at_least", "at_most");
    int least = fields.find("at_least").map(count -> count.integer(1)).orElse(1);
    int most = fields.find("at_most").map(count -> count.integer(1)).orElse(Integer.MAX_VALUE);
    return ScenarioReader.located(value, () -> new Rounds(least, most));
  }

  private static List<AnswerMatcher> answer(YamlValue value) {
    if (value.isText()) {
      return List.of(new AnswerMatcher.Contains(words(value)));
    }
    YamlFields fields = value.fields("contains", "regex", "number", "none_of");
    List<AnswerMatcher> matchers = new ArrayList<>();
    matchers.addAll(list(fields, "contains", text -> new AnswerMatcher.Contains(words(text))));
    matchers.addAll(
        list(fields, "regex", text -> new AnswerMatcher.Regex(MatcherReader.regex(text))));
    matchers.addAll(list(fields, "number", ExpectationReader::number));
    List<String> noneOf = list(fields, "none_of", ExpectationReader::words);
    if (!noneOf.isEmpty()) {
      matchers.add(new AnswerMatcher.NoneOf(noneOf));
    }
    return matchers;
  }

  private static String words(YamlValue value) {
    if (value.text().isBlank()) {
      throw value.expected("words to look for");
    }
    return value.text();
  }

  private static AnswerMatcher number(YamlValue value) {
    if (value.isText()) {
      return new AnswerMatcher.NumberWithin(MatcherReader.number(value), BigDecimal.ZERO);
    }
    YamlFields fields = value.fields("number", "within");
    return ScenarioReader.located(
        value,
        () ->
            new AnswerMatcher.NumberWithin(
                MatcherReader.number(fields.need("number")),
                MatcherReader.number(fields.need("within"))));
  }
}
