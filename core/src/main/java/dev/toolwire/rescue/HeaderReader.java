package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a name, whatever a format puts behind it, and the arguments as one object; or finds that
/// they are written otherwise, and hands over.
final class HeaderReader implements CallReader {

  private static final String CALL_ID = "[CALL_ID]";
  private static final List<String> FREE_INPUT = List.of("action input", "<tool_input>");
  private static final int LONGEST_FENCE = 80;

  /// What may stand between a harmony recipient and the arguments.
  private static final Literals<String> HARMONY_WORDS = new Literals<>(false);

  static {
    List.of("<|constrain|>", "<|message|>", "<|channel|>", "commentary", "analysis", "json", "code")
        .forEach(word -> HARMONY_WORDS.add(word, word));
  }

  private enum State {
    NAME,
    AFTER_NAME,
    ID,
    ARGUMENTS
  }

  private final BodyTerms terms;
  private final ValueReader value;
  private final StringBuilder text = new StringBuilder();
  private final List<RawCall> calls = new ArrayList<>();
  private final long start;
  private State state = State.NAME;
  private String name = "";
  private String id = "";
  private boolean fenced;
  private boolean freeInput;
  private @Nullable CallReader successor;

  /// A reader that begins where `in` stands.
  HeaderReader(BodyTerms terms, Window in) {
    this.terms = terms;
    this.value = new ValueReader(false, terms.depth());
    this.start = in.position();
  }

  /// A reader that begins behind a name.
  HeaderReader(BodyTerms terms, Window in, String name) {
    this(terms, in);
    name(name);
  }

  private void name(String written) {
    name = written;
    boolean counted = !Names.withoutCount(written).equals(written);
    id = written.startsWith("functions.") && counted ? written : "";
    state = State.AFTER_NAME;
  }

  @Override
  public Answer step(Window in) {
    return switch (state) {
      case NAME -> name(in);
      case AFTER_NAME -> afterName(in);
      case ID -> id(in);
      case ARGUMENTS -> arguments(in);
    };
  }

  private Answer to(State next) {
    state = next;
    return Answer.ON;
  }

  private Answer handOver(CallReader to) {
    successor = to;
    return Answer.ON;
  }

  private Answer name(Window in) {
    int c = in.peek();
    if (c < 0) {
      return c == Window.MORE ? Answer.MORE : program(in.shortage());
    }
    if (c == '(') {
      if (isProgram() && terms.tools().find(text.toString()) == null) {
        return program(Answer.REFUSED);
      }
      in.moveTo(start);
      return terms.may(Body.PYTHON) ? handOver(new PythonReader(terms)) : Answer.REFUSED;
    }
    int lineBreak = Texts.writtenBreak(in);
    if (lineBreak < 0) {
      return Answer.MORE;
    }
    boolean opens = c == '{' || c == '<' || c == '[' || (c == '`' && !text.isEmpty());
    if (opens || c == '\n' || c == '\r' || lineBreak > 0) {
      return nameEnds();
    }
    if (text.length() == RescueTools.LONGEST_NAME) {
      return Answer.REFUSED;
    }
    text.append((char) c);
    in.skip(1);
    return Answer.ON;
  }

  /// The name without what may stand between it and the bracket.
  private Answer nameEnds() {
    String written = text.toString().strip();
    for (String word : List.of("json", "code", ":")) {
      if (terms.tools().find(written) == null && written.endsWith(word)) {
        written = written.substring(0, written.length() - word.length()).strip();
      }
    }
    if (terms.format().equals(Formats.HARMONY_LOST)) {
      written = firstIfDeclared(written);
    }
    boolean declared = terms.tools().find(written) != null;
    boolean neutral = terms.format().kind() == Format.Kind.NEUTRAL;
    if (written.isEmpty() || (!declared && (neutral || !Names.isNameLike(written)))) {
      return program(Answer.REFUSED);
    }
    name(written);
    return Answer.ON;
  }

  /// The first word, if the rest is what else leaked with it.
  private String firstIfDeclared(String written) {
    int blank = written.indexOf(' ');
    String first = blank < 0 ? written : written.substring(0, blank);
    return terms.tools().find(first) == null ? written : first;
  }

  /// Whether this format has programs, and a tool is there that runs them.
  private boolean isProgram() {
    return terms.has(Format.Trait.PROGRAM) && !RawReader.programTool(terms.tools()).isEmpty();
  }

  /// What was taken for a name is the beginning of a program, if this may be one.
  private Answer program(Answer otherwise) {
    if (!isProgram()) {
      return otherwise;
    }
    String tool = RawReader.programTool(terms.tools());
    return handOver(
        new RawReader(terms.tools(), tool, RawReader.Until.CLOSER_OR_END, text.toString()));
  }

  private Answer afterName(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int lineBreak = Texts.writtenBreak(in);
    Literals.Match<String> filler = Markers.FILLERS.at(in);
    Literals.Match<String> harmony = harmonyWord(in);
    if (lineBreak < 0 || filler.undecided() || harmony.undecided()) {
      return Answer.MORE;
    }
    int skipped = Math.max(lineBreak, Math.max(filler.length(), harmony.length()));
    if (skipped > 0) {
      in.skip(skipped);
      String literal = filler.value() == null ? "" : filler.value();
      freeInput |= FREE_INPUT.stream().anyMatch(literal.toLowerCase(Locale.ROOT)::contains);
      return literal.equals(CALL_ID) ? to(State.ID) : Answer.ON;
    }
    return argumentsBegin(in, in.peek());
  }

  private Literals.Match<String> harmonyWord(Window in) {
    boolean harmony =
        terms.format().equals(Formats.HARMONY) || terms.format().equals(Formats.HARMONY_LOST);
    return harmony ? HARMONY_WORDS.at(in) : new Literals.Match<>(null, 0, false);
  }

  private Answer argumentsBegin(Window in, int c) {
    if (c == '{' || (c == '[' && terms.format().equals(Formats.HARMONY))) {
      return terms.may(Body.HEADER) ? to(State.ARGUMENTS) : Answer.REFUSED;
    }
    if (c == '`') {
      return fence(in);
    }
    if (c == '<' && terms.may(Body.TAGGED) && !freeInput) {
      return tagsOrNothing(in);
    }
    boolean raw = terms.may(Body.RAW) && terms.tools().find(name) != null;
    if (freeInput || raw) {
      RawReader.Until until =
          freeInput ? RawReader.Until.OBSERVATION : RawReader.Until.CLOSER_OR_END;
      return handOver(new RawReader(terms.tools(), name, until, ""));
    }
    return c < 0 ? in.shortage() : Answer.REFUSED;
  }

  /// A fence between a name and its arguments.
  private Answer fence(Window in) {
    int at = 0;
    while (at < LONGEST_FENCE && (in.peek(at) == '`' || Texts.isIdentifierPart(in.peek(at)))) {
      at++;
    }
    if (in.peek(at) == Window.MORE) {
      return Answer.MORE;
    }
    if (at < 3 || at == LONGEST_FENCE) {
      return Answer.REFUSED;
    }
    fenced = true;
    in.skip(at);
    return Answer.ON;
  }

  /// Tagged arguments, or a closer at once: a call without arguments.
  private Answer tagsOrNothing(Window in) {
    Literals.Match<String> closer = Markers.CLOSERS.at(in);
    if (closer.undecided()) {
      return Answer.MORE;
    }
    if (closer.length() > 0) {
      calls.add(RawCall.of(name, JsonNodeFactory.instance.objectNode(), RawCall.NO_REPAIRS));
      return Answer.DONE;
    }
    return handOver(TaggedReader.behindName(terms, name));
  }

  private Answer id(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (!Texts.isIdentifierPart(c) || id.length() == RescueTools.LONGEST_NAME) {
      return to(State.AFTER_NAME);
    }
    id += (char) c;
    in.skip(1);
    return Answer.ON;
  }

  private Answer arguments(Window in) {
    Answer answer = value.read(in);
    if (answer == Answer.CUT && !in.isCut() && value.closeMissingBrace()) {
      answer = Answer.DONE;
    }
    if (answer != Answer.DONE) {
      return answer;
    }
    JsonNode read = value.value();
    if (read instanceof ArrayNode array && array.size() == 1) {
      read = array.get(0);
    }
    calls.add(
        read instanceof ObjectNode object
            ? RawCall.of(name, object, value.repairs()).withId(id)
            : RawCall.broken(name, "its arguments are no object"));
    return Answer.DONE;
  }

  @Override
  public @Nullable CallReader successor() {
    return successor;
  }

  @Override
  public List<RawCall> calls() {
    return calls;
  }

  @Override
  public String nameSoFar() {
    return name;
  }

  @Override
  public boolean isFenced() {
    return fenced;
  }
}
