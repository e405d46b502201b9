package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the arguments of a Python call, `port="Brest", days=3)`, from behind its bracket.
///
/// Only literals are values. An expression makes the call unresolved: its end is found, nothing of
/// it is ever evaluated.
final class PythonArguments implements StepReader {

  private static final int LONGEST_KEY = 128;

  private enum State {
    ARGUMENT,
    VALUE,
    AFTER_VALUE,
    EXPRESSION
  }

  private final BodyTerms terms;
  private final String name;
  private final ObjectNode keywords = JsonNodeFactory.instance.objectNode();
  private final List<JsonNode> positional = new ArrayList<>();
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final BalancedText expression = new BalancedText();
  private Drafts.@Nullable Draft draft;
  private State state = State.ARGUMENT;
  private String key = "";
  private ValueReader value;
  private String problem = "";

  PythonArguments(BodyTerms terms, String name, Drafts.Draft draft) {
    this.terms = terms;
    this.name = name;
    this.draft = draft;
    this.value = new ValueReader(true, terms.depth());
    draft.input().opened('{', 1);
  }

  /// The call, once its bracket is closed.
  ///
  /// @param others what was mended outside the arguments
  RawCall call(Set<TextRepair> others) {
    if (!problem.isEmpty()) {
      return RawCall.broken(name, problem);
    }
    Set<TextRepair> all = EnumSet.copyOf(repairs);
    all.addAll(others);
    if (positional.isEmpty()) {
      return RawCall.of(name, keywords, all);
    }
    all.add(TextRepair.POSITIONAL);
    ObjectNode arguments = withNames();
    return arguments == null
        ? RawCall.broken(name, "its arguments have no names")
        : RawCall.of(name, arguments, all);
  }

  /// One object is all the arguments; values come in the order of the declared parameters.
  private @Nullable ObjectNode withNames() {
    RescueTools.Found found = terms.tools().find(name);
    if (found == null) {
      return null;
    }
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
  public Answer step(Window in) {
    return switch (state) {
      case ARGUMENT -> argument(in);
      case VALUE -> value(in);
      case AFTER_VALUE -> afterValue(in);
      case EXPRESSION -> expression(in);
    };
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
      if (draft != null) {
        draft.input().closed('}', 0);
        draft.end();
      }
      return Answer.DONE;
    }
    int length = keyLength(in);
    if (length < 0) {
      return Answer.MORE;
    }
    key = length == 0 ? "" : Names.unescaped(in.take(length));
    if (length > 0) {
      in.skip(blanks(in, 0) + 1);
    }
    value = new ValueReader(true, terms.depth(), draftOf(key));
    state = State.VALUE;
    return Answer.ON;
  }

  /// Where a named argument is drafted; an input with a value that has no name cannot be.
  private ValueListener draftOf(String named) {
    if (named.isEmpty()) {
      draft = null;
    }
    if (draft == null) {
      return ValueListener.NONE;
    }
    draft.input().key(named, 1);
    return draft.input();
  }

  private static int blanks(Window in, int from) {
    int count = 0;
    while (in.peek(from + count) == ' ' && from + count < 2 * LONGEST_KEY) {
      count++;
    }
    return count;
  }

  /// How long the name before an equals sign is: 0 if there is none, -1 if more text must tell.
  private static int keyLength(Window in) {
    int length = 0;
    while (length < LONGEST_KEY && isKeyPart(in.peek(length))) {
      length++;
    }
    int end = length + blanks(in, length);
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

  private static boolean isKeyPart(int c) {
    return Texts.isIdentifierPart(c) || c == '\\' || c == '-' || c == '.';
  }

  private Answer value(Window in) {
    Answer answer = value.read(in);
    return switch (answer) {
      case DONE -> {
        state = State.AFTER_VALUE;
        yield Answer.ON;
      }
      case REFUSED -> {
        startExpression(value.containers().size());
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
    draft = null;
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
}
