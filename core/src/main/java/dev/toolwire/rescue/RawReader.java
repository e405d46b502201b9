package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a body that is one text: a program, a shell command, the free input of a ReAct action.
final class RawReader implements CallReader {

  private static final List<String> PROGRAM_TOOLS =
      List.of("python", "ipython", "code_interpreter", "code", "python_repl");
  private static final String OBSERVATION = "\nObservation:";

  /// Where the text ends.
  enum Until {
    /// At a closer or the end of the message.
    CLOSER_OR_END,
    /// At a closer; without one it was cut.
    CLOSER,
    /// At an observation that the model invents, a closer or the end.
    OBSERVATION
  }

  private final RescueTools tools;
  private final String name;
  private final Until until;
  private final StringBuilder text;
  private final List<RawCall> calls = new ArrayList<>();

  /// @param begun what was read of the text already
  RawReader(RescueTools tools, String name, Until until, String begun) {
    this.tools = tools;
    this.name = name;
    this.until = until;
    this.text = new StringBuilder(begun);
  }

  /// The declared tool that runs programs, or empty.
  static String programTool(RescueTools tools) {
    return PROGRAM_TOOLS.stream().filter(name -> tools.exact(name) != null).findFirst().orElse("");
  }

  @Override
  public Answer step(Window in) {
    while (true) {
      int c = in.peek();
      if (c == Window.MORE) {
        return Answer.MORE;
      }
      if (c == Window.END) {
        return until == Until.CLOSER || in.isCut() ? Answer.CUT : done();
      }
      int end = endsAt(in, c);
      if (end != 0) {
        return end < 0 ? Answer.MORE : done();
      }
      text.append((char) c);
      in.skip(1);
    }
  }

  /// 1 if the text ends here, 0 if not, -1 if more text must tell.
  private int endsAt(Window in, int c) {
    if (until == Until.OBSERVATION && (c == '\n' || text.isEmpty())) {
      return Starts.literal(in, c == '\n' ? OBSERVATION : OBSERVATION.substring(1));
    }
    if (c != '<' && c != '>') {
      return 0;
    }
    Literals.Match<String> closer = Markers.CLOSERS.at(in);
    int next = c == '>' ? Starts.literal(in, ">>>") : 0;
    return closer.undecided() || next < 0 ? -1 : closer.length() > 0 || next > 0 ? 1 : 0;
  }

  private Answer done() {
    RescueTools.Found found = tools.find(name);
    String parameter = parameter(found);
    String words = words();
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    if (words.isBlank() || words.equals("{}") || words.equals("None")) {
      calls.add(RawCall.of(name, arguments, RawCall.NO_REPAIRS));
    } else if (parameter == null) {
      calls.add(RawCall.broken(name, "its input is a text, and it has no one parameter for that"));
    } else {
      JsonNode schema = found == null ? arguments : found.tool().parameter(parameter);
      arguments.set(parameter, ArgumentText.typed(words, schema, true));
      calls.add(RawCall.of(name, arguments, RawCall.NO_REPAIRS));
    }
    return Answer.DONE;
  }

  private @Nullable String parameter(RescueTools.@Nullable Found found) {
    String parameter = found == null ? null : found.tool().textParameter();
    return parameter == null && PROGRAM_TOOLS.contains(name) ? "code" : parameter;
  }

  private String words() {
    if (until == Until.CLOSER_OR_END) {
      return text.toString();
    }
    String line = text.toString().strip();
    JsonNode read = until == Until.OBSERVATION ? ArgumentText.json(line) : null;
    return read != null && read.isString() ? read.stringValue() : line;
  }

  @Override
  public List<RawCall> calls() {
    return calls;
  }

  @Override
  public String nameSoFar() {
    return name;
  }
}
