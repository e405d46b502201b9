package dev.toolwire.toolbox;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import tools.jackson.databind.JsonNode;

/// Sums for models.
final class CalculatorTool {

  private CalculatorTool() {}

  static Tool create() {
    return Tool.named("CalculatorTool")
        .describedAs(
            """
            Evaluates one arithmetic expression exactly and answers {"result": number}. \
            Understands decimal numbers, + - * / % ^ (power, whole exponents), signs and \
            parentheses, with the usual precedence; the result of % has the sign of its left side. \
            Nothing else: no variables, functions, comments, units or results of other calls. \
            If a number is not known yet, get it first and call this tool afterwards. \
            A result with too many digits is rounded to 34 of them and marked {"rounded": true}.\
            """)
        .with(ToolTraits.DEFAULTS.asIdempotent())
        .taking(
            JsonObject.parse(
                """
                {"type": "object",
                 "properties": {
                   "expr": {"type": "string", "minLength": 1,
                     "description": "The expression, such as 9 * (8 - 2.5)."}},
                 "required": ["expr"],
                 "additionalProperties": false}\
                """),
            input -> evaluate(input.text("expr").orElseThrow()));
  }

  private static Object evaluate(String expression) {
    try {
      Expression.Value value = Expression.evaluate(expression);
      JsonNode number = JsonText.read(value.number().toPlainString());
      JsonObject result = JsonObject.of("result", number);
      return value.rounded() ? result.with("rounded", true) : result;
    } catch (ExpressionException wrong) {
      return ToolOutcome.retry(wrong.advice());
    }
  }
}
