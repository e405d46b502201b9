package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads one Python call, `tide_at(port="Brest", days=3)`, from the first character of its name.
///
/// Only literals are values. An expression makes the call unresolved: its end is found, nothing of
/// it is ever evaluated.
final class PythonReader implements CallReader {

  private static final int LONGEST_KEY = 128;

  private enum State {
    NAME,
    ARGUMENT,
    VALUE,
    AFTER_VALUE,
    EXPRESSION,
    AFTER_CALL
  }

  private final RescueTools tools;
  private final int depth;
  private final boolean unwrapsPrint;
  private final StringBuilder name = new StringBuilder();
  private final ObjectNode keywords = JsonNodeFactory.instance.objectNode();
  private final List<JsonNode> positional = new ArrayList<>();
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final BalancedText expression = new BalancedText();
  private State state = State.NAME;
  private char quote;
  private boolean quotedCall;
  private boolean printed;
  private String key = "";
  private ValueReader value;
  private String problem = "";

  PythonReader(RescueTools tools, int depth, boolean unwrapsPrint) {
    this.tools = tools;
    this.depth = depth;
    this.unwrapsPrint = unwrapsPrint;
    this.value = new ValueReader(true, depth);
  }

  @Override
  public List<RawCall> calls() {
    return state == State.AFTER_CALL ? List.of(call()) : List.of();
  }

  @Override
  public boolean isPython() {
    return true;
  }

  /// The name as far as it is known; empty before its bracket.
  @Override
  public String nameSoFar() {
    return state == State.NAME ? "" : name.toString();
  }

  private RawCall call() {
    String called = name.toString();
    if (!problem.isEmpty()) {
      return RawCall.broken(called, problem);
    }
    if (positional.isEmpty()) {
      return RawCall.of(called, keywords, repairs);
    }
    ObjectNode arguments = positional(called);
    return arguments == null
        ? RawCall.broken(called, "its arguments have no names")
        : RawCall.of(called, arguments, repairs);
  }

  /// One object is all the arguments; values come in the order of the declared parameters.
  private @Nullable ObjectNode positional(String called) {
    RescueTools.Found found = tools.find(called);
    if (found == null) {
      return null;
    }
    repairs.add(TextRepair.POSITIONAL);
    boolean alone = positional.size() == 1 && keywords.isEmpty();
    if (alone && positional.getFirst() instanceof ObjectNode object && found.tool().knows(object)) {
      return object;
    }
    List<String> parameters = found.tool().parameters();
    if (positional.size() > parameters.size()) {
      return null;
    }
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < positional.size(); i++) {
      arguments.set(parameters.get(i), positional.get(i));
    }
    boolean twice = keywords.propertyNames().stream().anyMatch(arguments::has);
    keywords.forEachEntry(arguments::set);
    return twice ? null : arguments;
  }

  @Override
  public Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON) {
      answer = step(in);
    }
    return answer;
  }

  private Answer step(Window in) {
    return switch (state) {
      case NAME -> name(in);
      case ARGUMENT -> argument(in);
      case VALUE -> value(in);
      case AFTER_VALUE -> afterValue(in);
      case EXPRESSION -> expression(in);
      case AFTER_CALL -> afterCall(in);
    };
  }

  private Answer name(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == '(' && !name.isEmpty()) {
      in.skip(1);
      return opened();
    }
    if ((c == '"' || c == '\'') && name.isEmpty() && quote == 0) {
      quote = (char) c;
    } else if (c == quote && quote != 0 && !name.isEmpty()) {
      quote = 0;
      repairs.add(TextRepair.NAME);
    } else if (Texts.isNamePart(c) && name.length() < RescueTools.LONGEST_NAME) {
      name.append((char) c);
    } else if (c != ' ' || name.isEmpty()) {
      return Answer.REFUSED;
    }
    in.skip(1);
    return Answer.ON;
  }

  private Answer opened() {
    if (unwrapsPrint
        && !printed
        && name.toString().equals("print")
        && tools.exact("print") == null) {
      printed = true;
      name.setLength(0);
      return Answer.ON;
    }
    if (quote != 0) {
      quotedCall = true;
      repairs.add(TextRepair.QUOTED_CALL);
    }
    state = State.ARGUMENT;
    return Answer.ON;
  }

  private Answer argument(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == ')') {
      in.skip(1);
      state = State.AFTER_CALL;
      return Answer.ON;
    }
    int length = keyLength(in);
    if (length < 0) {
      return Answer.MORE;
    }
    key = "";
    if (length > 0) {
      long start = in.position();
      int end = length;
      while (in.peek(end) != '=') {
        end++;
      }
      key = Names.unescaped(in.between(start, start + length));
      in.skip(end + 1);
      if (!in.skipBlank()) {
        state = State.VALUE;
        value = new ValueReader(true, depth);
        return Answer.MORE;
      }
    }
    state = State.VALUE;
    value = new ValueReader(true, depth);
    return Answer.ON;
  }

  /// How long the name before an equals sign is: 0 if there is none, -1 if more text must tell.
  private static int keyLength(Window in) {
    int length = 0;
    while (length < LONGEST_KEY
        && (Texts.isIdentifierPart(in.peek(length))
            || in.peek(length) == '\\'
            || in.peek(length) == '-'
            || in.peek(length) == '.')) {
      length++;
    }
    int end = length;
    while (in.peek(end) == ' ' && end < LONGEST_KEY) {
      end++;
    }
    int c = in.peek(end);
    if (c == Window.MORE) {
      return -1;
    }
    if (c != '=' || length == 0) {
      return 0;
    }
    int next = in.peek(end + 1);
    return next == Window.MORE ? -1 : next == '=' ? 0 : length;
  }

  private Answer value(Window in) {
    Answer answer = value.read(in);
    return switch (answer) {
      case DONE -> {
        state = State.AFTER_VALUE;
        yield Answer.ON;
      }
      case REFUSED -> {
        startExpression(value.openBrackets());
        yield Answer.ON;
      }
      case ON, MORE, CUT -> answer;
    };
  }

  private Answer afterValue(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c != ',' && c != ')') {
      startExpression(0);
      return Answer.ON;
    }
    keep(value.value());
    if (c == ',') {
      in.skip(1);
    }
    state = State.ARGUMENT;
    return Answer.ON;
  }

  private void keep(JsonNode read) {
    repairs.addAll(value.repairs());
    if (key.isEmpty()) {
      positional.add(read);
    } else if (keywords.has(key)) {
      repairs.add(TextRepair.DUPLICATE_KEY);
    } else {
      keywords.set(key, read);
    }
  }

  private void startExpression(int brackets) {
    if (problem.isEmpty()) {
      problem = "its argument " + (key.isEmpty() ? "" : key + " ") + "is no literal";
    }
    expression.begin(brackets);
    state = State.EXPRESSION;
  }

  private Answer expression(Window in) {
    Answer answer = expression.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    if (in.peek() == ',') {
      in.skip(1);
    }
    state = State.ARGUMENT;
    return Answer.ON;
  }

  private Answer afterCall(Window in) {
    if (quotedCall) {
      int c = in.peek();
      if (c == quote) {
        in.skip(1);
        quotedCall = false;
        return Answer.ON;
      }
      return c < 0 ? in.shortage() : Answer.REFUSED;
    }
    if (printed) {
      if (!in.skipBlank()) {
        return Answer.MORE;
      }
      int c = in.peek();
      if (c == ')') {
        in.skip(1);
        printed = false;
        return Answer.ON;
      }
      return c < 0 ? in.shortage() : Answer.REFUSED;
    }
    return Answer.DONE;
  }
}
