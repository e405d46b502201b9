package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one body, whose kind shows in its first characters, with the reader for that kind.
final class BodyReader {

  private final BodyTerms terms;
  private @Nullable CallReader chosen;
  private boolean fenced;
  private List<RawCall> calls = List.of();

  BodyReader(BodyTerms terms) {
    this.terms = terms;
  }

  private BodyReader(BodyTerms terms, CallReader chosen) {
    this.terms = terms;
    this.chosen = chosen;
  }

  /// A reader that begins behind a name that came before the body, as in a harmony header.
  static BodyReader behindName(BodyTerms terms, Window in, String name) {
    return new BodyReader(terms, new HeaderReader(terms, in, name));
  }

  /// A reader that begins behind the tag `<name>` of a declared tool.
  static BodyReader insideTool(BodyTerms terms, String name) {
    return new BodyReader(terms, TaggedReader.insideTool(terms, name));
  }

  Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON) {
      answer = step(in);
    }
    boolean neutral = terms.format().kind() == Format.Kind.NEUTRAL;
    if (chosen != null && answer != Answer.MORE) {
      calls = chosen.calls();
      if (answer != Answer.DONE && !calls.isEmpty() && !neutral) {
        calls = withUnfinished(calls, chosen.nameSoFar(), answer);
        return Answer.DONE;
      }
    }
    return answer;
  }

  /// A list that breaks off still has the calls before.
  private static List<RawCall> withUnfinished(List<RawCall> before, String name, Answer answer) {
    if (name.isEmpty()) {
      return before;
    }
    List<RawCall> all = new ArrayList<>(before);
    all.add(
        answer == Answer.CUT ? RawCall.truncated(name) : RawCall.broken(name, RawCall.UNREADABLE));
    return all;
  }

  private Answer step(Window in) {
    if (chosen == null) {
      return choose(in);
    }
    Answer answer = chosen.read(in);
    CallReader next = chosen.successor();
    if (answer == Answer.ON && next != null) {
      fenced |= chosen.isFenced();
      chosen = next;
    }
    return answer;
  }

  /// What the first characters begin.
  private Answer choose(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (terms.has(Format.Trait.NAMED_BY_LINE)) {
      return begin(new LineReader(terms.tools()));
    }
    boolean objects = terms.may(Body.NAMED) || terms.may(Body.KEYED);
    if (c == '{') {
      return objects ? brace(in) : Answer.REFUSED;
    }
    if (c == '[') {
      return bracket(in, objects);
    }
    if (c == '<' || c == ']') {
      return terms.may(Body.TAGGED) ? begin(new TaggedReader(terms)) : Answer.REFUSED;
    }
    int call = terms.may(Body.RELAXED) ? Starts.literal(in, "call:") : 0;
    if (call != 0) {
      return call < 0 ? Answer.MORE : begin(new RelaxedReader(terms.depth()));
    }
    return word(in, c);
  }

  private Answer begin(CallReader reader) {
    chosen = reader;
    return Answer.ON;
  }

  /// An object; between markers perhaps in braces that a template doubled.
  private Answer brace(Window in) {
    boolean doubled = in.peek(1) == '{' && terms.format().kind() == Format.Kind.MARKED;
    if (in.peek(1) == Window.MORE) {
      return Answer.MORE;
    }
    in.skip(doubled ? 1 : 0);
    return begin(new ObjectReader(terms));
  }

  private Answer word(Window in, int c) {
    boolean header = terms.may(Body.HEADER) || terms.may(Body.PYTHON);
    if (header && (Texts.isNamePart(c) || c == '"' || c == '\'' || c == '`' || c == '*')) {
      return begin(new HeaderReader(terms, in));
    }
    String tool = terms.has(Format.Trait.PROGRAM) ? RawReader.programTool(terms.tools()) : "";
    return tool.isEmpty()
        ? Answer.REFUSED
        : begin(new RawReader(terms.tools(), tool, RawReader.Until.CLOSER_OR_END, ""));
  }

  /// An array of objects or a list of Python calls.
  private Answer bracket(Window in, boolean objects) {
    int at = in.afterBlanks(1);
    int c = in.peek(at);
    int python = python(in, at, c);
    if (c == Window.MORE || python < 0) {
      return Answer.MORE;
    }
    if (python > 0) {
      in.skip(1);
      return terms.may(Body.PYTHON) ? begin(new PythonListReader(terms)) : Answer.REFUSED;
    }
    if (!objects) {
      return Answer.REFUSED;
    }
    if (c == '{') {
      in.skip(1);
      return begin(new ArrayReader(terms));
    }
    return begin(new ObjectReader(terms));
  }

  /// Whether a Python call begins there, perhaps in quotes: 1 yes, 0 no, -1 if more text must tell.
  private static int python(Window in, int at, int c) {
    if (c != '"' && c != '\'') {
      return Texts.isIdentifierPart(c) && !Character.isDigit((char) c) ? 1 : 0;
    }
    int end = at + 1;
    while (end < at + RescueTools.LONGEST_NAME && Texts.isNamePart(in.peek(end))) {
      end++;
    }
    int name = end - at - 1;
    if (in.peek(end) == c) {
      end++;
    }
    return in.peek(end) == Window.MORE ? -1 : in.peek(end) == '(' && name > 0 ? 1 : 0;
  }

  List<RawCall> calls() {
    return calls;
  }

  boolean others() {
    return chosen != null && chosen.others();
  }

  boolean isPython() {
    return chosen != null && chosen.isPython();
  }

  /// Whether a fence was opened between the name and the arguments.
  boolean fenced() {
    return fenced || (chosen != null && chosen.isFenced());
  }

  /// The name of the call that is being read, or empty.
  String nameSoFar() {
    return chosen == null ? "" : chosen.nameSoFar();
  }
}
