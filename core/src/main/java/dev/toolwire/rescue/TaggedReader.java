package dev.toolwire.rescue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Reads one call in tagged text: the tag that names it, its parameters, the tag that closes it.
final class TaggedReader implements CallReader {

  private static final Set<String> STRAY_CLOSERS =
      Set.of("tool_name", "parameter", "param", "arg_value");

  private enum State {
    CALL_TAG,
    BETWEEN,
    VALUE,
    KEY,
    JSON,
    LINES,
    DONE
  }

  private final BodyTerms terms;
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final TaggedArguments arguments;
  private final CallTagReader callTag = new CallTagReader();
  private final ValueReader json;

  /// Whether the call began with a name that stands by itself, so that no tag closes it.
  private final boolean header;

  private State state = State.CALL_TAG;
  private String closer = "";
  private String name = "";
  private boolean begun;
  private KeyReader keyed;
  private TaggedValue value;
  private ElementTextReader yaml = new ElementTextReader("");

  /// A reader that begins at the tag which names the call.
  TaggedReader(BodyTerms terms) {
    this(terms, false);
  }

  private TaggedReader(BodyTerms terms, boolean header) {
    this.terms = terms;
    this.header = header;
    this.arguments = new TaggedArguments(terms, repairs);
    this.json = new ValueReader(false, terms.depth());
    this.keyed = new KeyReader(repairs);
    this.value = new TaggedValue("", "", Map.of(), repairs);
  }

  /// A reader that begins behind a name that stands by itself.
  static TaggedReader behindName(BodyTerms terms, String name) {
    TaggedReader reader = new TaggedReader(terms, true);
    reader.name(name);
    return reader;
  }

  /// A reader that begins behind the tag `<name>` of a declared tool.
  static TaggedReader insideTool(BodyTerms terms, String name) {
    TaggedReader reader = new TaggedReader(terms, false);
    reader.name(name);
    reader.closer = name;
    return reader;
  }

  private void name(String given) {
    name = given.strip();
    arguments.of(name);
    state = State.BETWEEN;
  }

  @Override
  public Answer step(Window in) {
    Answer answer = stepInside(in);
    if (answer == Answer.DONE) {
      state = State.DONE;
    }
    return answer;
  }

  private Answer stepInside(Window in) {
    return switch (state) {
      case CALL_TAG -> callTag(in);
      case BETWEEN -> between(in);
      case VALUE -> value(in);
      case KEY -> key(in);
      case JSON -> json(in);
      case LINES -> lines(in);
      case DONE -> Answer.DONE;
    };
  }

  private Answer callTag(Window in) {
    Answer answer = callTag.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    closer = callTag.element();
    name(callTag.name());
    return callTag.isSelfClosing() ? Answer.DONE : Answer.ON;
  }

  private Answer between(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c == Window.END) {
      return in.isCut() ? Answer.CUT : atEnd();
    }
    int lineBreak = Texts.writtenBreak(in);
    if (lineBreak != 0) {
      in.skip(Math.max(0, lineBreak));
      return lineBreak < 0 ? Answer.MORE : Answer.ON;
    }
    if (c == '{' && !begun) {
      state = State.JSON;
      return Answer.ON;
    }
    Tag tag = c == '<' || c == ']' ? Tag.at(in) : Tag.NONE;
    if (tag.isUndecided()) {
      return Answer.MORE;
    }
    return tag.length() <= 0 ? stray(in) : tag(in, tag);
  }

  /// The text is over: a call with complete parameters only lacks its closer.
  private Answer atEnd() {
    if (!begun || terms.has(Format.Trait.TEXT_UNLESS_DECLARED)) {
      return Answer.CUT;
    }
    repairs.add(TextRepair.MISSING_CLOSER);
    return Answer.DONE;
  }

  private Answer stray(Window in) {
    if (begun) {
      repairs.add(TextRepair.STRAY_TEXT);
      in.skip(1);
      return Answer.ON;
    }
    if (!terms.format().equals(Formats.TOOL_TAG)) {
      return Answer.REFUSED;
    }
    yaml = new ElementTextReader(closer);
    state = State.LINES;
    return Answer.ON;
  }

  private Answer tag(Window in, Tag tag) {
    String parameter = tag.parameter();
    if (!parameter.isEmpty()) {
      return open(in, tag, parameter);
    }
    boolean keyTag = tag.local().equals("arg_key") || tag.local().equals("|tool_arg:start|");
    if (keyTag && !tag.close()) {
      in.skip(tag.length());
      begun = true;
      keyed = new KeyReader(repairs);
      state = State.KEY;
      return Answer.ON;
    }
    boolean wrapper = tag.local().equals("parameters") || tag.local().equals("arguments");
    if (wrapper && !arguments.isParameter(tag.local())) {
      in.skip(tag.length());
      return Answer.ON;
    }
    return tag.close() ? closing(in, tag) : opening(in, tag);
  }

  private Answer closing(Window in, Tag tag) {
    if (header) {
      return Answer.DONE;
    }
    if (tag.local().equals(closer)) {
      in.skip(tag.length());
      return Answer.DONE;
    }
    if (STRAY_CLOSERS.contains(tag.local())) {
      in.skip(tag.length());
      repairs.add(TextRepair.STRAY_TEXT);
      return Answer.ON;
    }
    repairs.add(TextRepair.MISSING_CLOSER);
    return Answer.DONE;
  }

  /// Another call, whose beginning ends this one; or a parameter as an element of its own.
  private Answer opening(Window in, Tag tag) {
    boolean next =
        !tag.function().isEmpty()
            || tag.local().startsWith("tool_call")
            || tag.local().startsWith("|");
    if (next && !header) {
      repairs.add(TextRepair.MISSING_CLOSER);
      return begun ? Answer.DONE : Answer.REFUSED;
    }
    if (next || header || tag.local().isEmpty()) {
      return begun || (next && header) ? Answer.DONE : Answer.REFUSED;
    }
    return open(in, tag, tag.local());
  }

  private Answer open(Window in, Tag tag, String parameter) {
    in.skip(tag.length());
    begun = true;
    boolean glued = tag.local().equals("paramname") || tag.local().equals("parametername");
    String element =
        glued ? tag.local().substring(0, tag.local().length() - "name".length()) : tag.local();
    value = new TaggedValue(parameter, element, tag.attributes(), repairs);
    if (tag.selfClosing()) {
      value.putInto(arguments);
    } else {
      state = State.VALUE;
    }
    return Answer.ON;
  }

  private Answer value(Window in) {
    Answer answer = value.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    value.putInto(arguments);
    state = State.BETWEEN;
    return Answer.ON;
  }

  private Answer key(Window in) {
    Answer answer = keyed.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    state = State.BETWEEN;
    if (!keyed.element().isEmpty()) {
      value = new TaggedValue(keyed.key(), keyed.element(), Map.of(), repairs);
      state = State.VALUE;
    }
    return Answer.ON;
  }

  /// The arguments are one JSON object after all.
  private Answer json(Window in) {
    Answer answer = json.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    repairs.addAll(json.repairs());
    begun = true;
    if (json.value() instanceof ObjectNode object) {
      object.forEachEntry(arguments.members()::set);
    }
    state = State.BETWEEN;
    return Answer.ON;
  }

  /// `port: Brest`, a line for each parameter, up to the closing tag of the tool.
  private Answer lines(Window in) {
    Answer answer = yaml.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    return arguments.addLines(yaml.text()) ? Answer.DONE : Answer.REFUSED;
  }

  @Override
  public List<RawCall> calls() {
    return state == State.DONE
        ? List.of(RawCall.of(name, arguments.members(), repairs))
        : List.of();
  }

  @Override
  public String nameSoFar() {
    return name;
  }
}
