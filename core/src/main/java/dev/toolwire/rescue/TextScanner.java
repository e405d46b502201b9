package dev.toolwire.rescue;

import dev.toolwire.rescue.Format.Kind;
import dev.toolwire.rescue.Opening.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the text of one assistant message while it arrives, and tells text to show from calls.
///
/// However the text is cut into pieces, the findings say the same. Text is held back only while it
/// could be the beginning of a marker, or is the inside of what may be a call. Time is linear in
/// the text. One for each message; not for several threads.
public final class TextScanner {

  private enum Mode {
    PROSE,
    GROUP,
    THINKING,
    FENCED,
    ESCAPED,
    DATA,
    REST
  }

  private final RescueTools tools;
  private final RescueConfig config;
  private final Consumer<? super Finding> sink;
  private final Window in = new Window();
  private final ProseContext context = new ProseContext();
  private final Gate gate;
  private final Starts starts;
  private Mode mode;
  private @Nullable Group group;
  private @Nullable ValueReader data;
  private String closer = "";
  private Evidence evidence = new Evidence(true, false, false, false, false, true);
  private long openedUntil;
  private boolean taken;
  private boolean reactCalled;

  /// @param sink is given each finding as soon as it is certain
  public TextScanner(RescueTools tools, RescueConfig config, Consumer<? super Finding> sink) {
    this.tools = tools;
    this.config = config;
    this.sink = sink;
    this.gate = new Gate(tools, config);
    this.starts = new Starts(tools, context, in);
    boolean off = config.mode() == Rescue.OFF || tools.isEmpty();
    this.mode = off ? Mode.REST : config.beginsThinking() ? Mode.THINKING : Mode.PROSE;
    this.closer = "</think>";
  }

  /// All findings in a whole message.
  public static List<Finding> read(String text, RescueTools tools, RescueConfig config) {
    List<Finding> findings = new ArrayList<>();
    TextScanner scanner = new TextScanner(tools, config, findings::add);
    scanner.feed(text);
    scanner.finish(false);
    return findings;
  }

  /// Takes the next piece of the text, cut anywhere.
  public void feed(CharSequence text) {
    in.append(text);
    scan();
  }

  /// Whether everything that was fed has been told, so that how the message ends changes nothing.
  boolean isSettled() {
    return in.available() == 0 && in.settledAt() == in.position() && mode != Mode.GROUP;
  }

  /// The message is over.
  ///
  /// @param isCut it ran out of room, so that its last value may be cut
  public void finish(boolean isCut) {
    in.end(isCut);
    scan();
    show(in.position());
  }

  private void scan() {
    boolean more = true;
    while (more) {
      more =
          switch (mode) {
            case PROSE -> prose();
            case GROUP -> group();
            case THINKING -> until(closer, false);
            case FENCED -> until(closer, true);
            case ESCAPED -> escaped();
            case DATA -> data();
            case REST -> rest();
          };
    }
  }

  private void show(long position) {
    if (position > in.settledAt()) {
      sink.accept(new Finding.Prose(in.settle(position)));
    }
  }

  /// Reads prose up to whatever begins something; false if more text must come.
  private boolean prose() {
    Openings openings = tools.openings();
    while (true) {
      int c = in.peek();
      if (c < 0) {
        show(in.position());
        return false;
      }
      if (openings.mayBeginWith((char) c) && !(context.isWordBefore() && Character.isLetter(c))) {
        Literals.Match<Opening> match = openings.at(in);
        Opening opening = match.value();
        Starts.Start start = opening == null ? Starts.NONE : starts.at(opening, match.length());
        if (match.undecided() || start.undecided()) {
          show(in.position());
          return false;
        }
        if (opening != null && start.isHere()) {
          begin(opening, start);
          return true;
        }
      }
      context.take((char) c);
      in.skip(1);
      while (context.isInWord() && in.isLowerLetter()) {
        context.take((char) in.peek());
        in.skip(1);
      }
    }
  }

  private void begin(Opening opening, Starts.Start start) {
    long at = in.position();
    switch (opening.role()) {
      case THINKING -> {
        in.skip(start.length());
        closer = opening.closer();
        mode = Mode.THINKING;
      }
      case THINKING_END -> {
        in.skip(start.length());
        show(in.position());
        context.beginAnew();
        gate.forget();
        sink.accept(new Finding.ThoughtSoFar());
      }
      case NOISE -> {
        in.skip(start.length());
        context.takeNoise();
      }
      case OBSERVATION -> observation();
      case ESCAPED -> {
        closer = opening.closer();
        mode = Mode.ESCAPED;
      }
      case HARMONY -> harmony(start);
      case BRACE, BRACKET -> {
        if (start.isData()) {
          data = new ValueReader(false, config.limits().depth());
          mode = Mode.DATA;
        } else {
          open(opening, start, at);
        }
      }
      case FENCE -> {
        if (start.isData()) {
          in.skip(start.length());
          context.takeCall();
          beginFenced(start.fence());
        } else {
          open(opening, start, at);
        }
      }
      case CALL, BODY, LABEL, TOOL_NAME, TOOL_TAG -> open(opening, start, at);
    }
  }

  /// Behind a ReAct call, what the model says of its result is invented, and so is what follows.
  private void observation() {
    if (reactCalled) {
      mode = Mode.REST;
    } else {
      context.take((char) in.peek());
      in.skip(1);
    }
  }

  /// A harmony header names a recipient, or begins thinking, or says nothing.
  private void harmony(Starts.Start start) {
    HarmonyHeader header =
        HarmonyHeader.of(in.between(in.position(), in.position() + start.length()));
    if (!header.recipient().isEmpty()) {
      show(in.position());
      evidence = evidence();
      openedUntil = in.position() + 1;
      in.skip(start.length());
      BodyReader reader =
          BodyReader.behindName(
              new BodyTerms(tools, Formats.HARMONY, config.limits().depth()),
              in,
              header.recipient());
      group = new Group(tools, config.limits(), Formats.HARMONY, in, context.isBlank(), reader);
      mode = Mode.GROUP;
      return;
    }
    in.skip(start.length());
    context.takeNoise();
    if (header.thinks()) {
      closer = "<|end|>";
      mode = Mode.THINKING;
    }
  }

  private Evidence evidence() {
    return evidence(false);
  }

  private Evidence evidence(boolean ownLine) {
    return new Evidence(
        context.isBlank(),
        false,
        false,
        context.isQuoted(),
        context.isExplanation(),
        ownLine || context.isLineStart());
  }

  private void open(Opening opening, Starts.Start start, long at) {
    show(at);
    evidence = evidence(start.ownLine());
    openedUntil = at + Math.max(1, start.length());
    in.skip(start.length());
    if (start.length() == 0) {
      openedUntil = at + 1;
    }
    Format format = start.format();
    if (opening.role() == Role.TOOL_TAG) {
      BodyReader reader =
          BodyReader.insideTool(
              new BodyTerms(tools, format, config.limits().depth()), opening.toolInTag());
      group = new Group(tools, config.limits(), format, in, context.isBlank(), reader);
    } else if (start.isBody()) {
      BodyReader reader = new BodyReader(tools, format, config.limits().depth());
      group = new Group(tools, config.limits(), format, in, context.isBlank(), reader);
    } else {
      group = new Group(tools, config.limits(), format, in, context.isBlank(), start.fence());
    }
    taken = false;
    mode = Mode.GROUP;
  }

  private boolean group() {
    Group reading = group;
    if (reading == null) {
      mode = Mode.PROSE;
      return true;
    }
    return switch (reading.read(in)) {
      case MORE -> false;
      case CALLS -> {
        long next = in.position();
        settle(reading);
        in.moveTo(next);
        yield true;
      }
      case OVER -> {
        settle(reading);
        close(reading);
        yield true;
      }
      case NONE -> {
        none(reading);
        yield true;
      }
    };
  }

  /// Decides on the calls of a group that are complete, and takes or shows their text.
  private void settle(Group reading) {
    long from = in.settledAt();
    if (reading.good() <= from) {
      return;
    }
    String text = in.settle(reading.good());
    Format format = reading.format();
    Evidence here =
        new Evidence(
            evidence.begins(),
            reading.ends(),
            reading.fenced(),
            evidence.quoted() || reading.quotedFence(),
            format.kind() == Kind.NEUTRAL
                ? evidence.explained()
                : context.isExample() && !evidence.begins(),
            evidence.lineStart());
    List<TextCall> results = gate.decide(reading.takeCalls(), format, here, reading.others(), text);
    boolean spent =
        results.stream()
            .anyMatch(call -> call instanceof TextCall.Call || call instanceof TextCall.Repeated);
    taken = results.isEmpty() ? taken : spent;
    reactCalled |= spent && format.equals(Formats.REACT);
    if (results.isEmpty() && !taken) {
      sink.accept(new Finding.Prose(text));
    } else {
      sink.accept(new Finding.Envelope(new Span(from, reading.good()), text, results, taken));
    }
  }

  private void close(Group reading) {
    in.moveTo(in.settledAt());
    gate.endGroup();
    context.takeCall();
    group = null;
    mode = Mode.PROSE;
    if (reading.openFence() != 0 && reading.fenced()) {
      beginFenced(reading.openFence());
    }
  }

  /// What began was no call; its text is prose, and reading goes on where that became clear.
  private void none(Group reading) {
    long from = in.settledAt();
    in.moveTo(Math.max(in.position(), openedUntil));
    Optional<TextCall> remains = remains(reading);
    String text = in.settle(in.position());
    context.take(text);
    if (remains.isPresent()) {
      Span span = new Span(from, in.position());
      sink.accept(new Finding.Envelope(span, text, List.of(remains.get()), false));
    } else if (!text.isEmpty()) {
      sink.accept(new Finding.Prose(text));
    }
    group = null;
    mode = Mode.PROSE;
    if (reading.fenced() && reading.openFence() != 0) {
      beginFenced(reading.openFence());
    }
  }

  private void beginFenced(char fence) {
    closer = String.valueOf(fence).repeat(3);
    mode = Mode.FENCED;
  }

  /// A call that was begun between markers and did not come to be.
  private Optional<TextCall> remains(Group reading) {
    RescueTools.Found found = tools.find(reading.nameSoFar());
    Format format = reading.format();
    if (found == null || format.kind() == Kind.NEUTRAL || evidence.quoted()) {
      return Optional.empty();
    }
    String name = found.tool().name();
    return Optional.of(
        reading.truncated()
            ? new TextCall.Truncated(name, format, "the message ends inside the call")
            : new TextCall.Broken(name, format, "the call cannot be read from here on"));
  }

  /// Shows text up to and with a literal; in a fence, one that begins a line.
  private boolean until(String literal, boolean lineStart) {
    while (true) {
      int c = in.peek();
      if (c < 0) {
        show(in.position());
        return false;
      }
      if (c == literal.charAt(0) && (!lineStart || context.isLineStart())) {
        int here = Starts.literal(in, literal);
        if (here < 0) {
          show(in.position());
          return false;
        }
        if (here > 0) {
          end(literal, lineStart);
          return true;
        }
      }
      if (lineStart) {
        context.take((char) c);
      }
      in.skip(1);
    }
  }

  private void end(String literal, boolean lineStart) {
    in.skip(literal.length());
    if (lineStart) {
      context.takeCall();
    }
    mode = Mode.PROSE;
  }

  /// A value that is data: nothing in it is a call, however it looks.
  private boolean data() {
    ValueReader reading = data;
    if (reading == null) {
      mode = Mode.PROSE;
      return true;
    }
    long from = in.position();
    Answer answer = reading.read(in);
    context.take(in.between(from, in.position()));
    show(in.position());
    if (answer == Answer.MORE) {
      return false;
    }
    data = null;
    mode = Mode.PROSE;
    return true;
  }

  /// A call whose markers were HTML-escaped: unescaped as a whole, then read as any message.
  private boolean escaped() {
    show(in.position());
    long from = in.settledAt();
    long end = starts.find(closer, from, config.limits().neutralLength());
    if (end == Starts.UNDECIDED) {
      return false;
    }
    mode = Mode.PROSE;
    if (end == Starts.ABSENT) {
      context.take('&');
      in.moveTo(from + 1);
      return true;
    }
    in.moveTo(end);
    List<TextCall> calls = new ArrayList<>();
    Evidence here = evidence();
    String inner = HtmlText.unescaped(in.between(from, end));
    for (Finding finding : read(inner, tools, config)) {
      if (finding instanceof Finding.Envelope(_, _, List<TextCall> found, _)) {
        found.forEach(call -> calls.add(gate.lowered(call, TextRepair.HTML_ESCAPED, here)));
      }
    }
    String text = in.settle(end);
    boolean spent = calls.stream().anyMatch(TextCall.Call.class::isInstance);
    sink.accept(new Finding.Envelope(new Span(from, end), text, calls, spent));
    context.takeCall();
    return true;
  }

  private boolean rest() {
    in.skip(in.available());
    show(in.position());
    return false;
  }
}
