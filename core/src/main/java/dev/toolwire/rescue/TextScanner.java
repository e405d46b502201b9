package dev.toolwire.rescue;

import dev.toolwire.rescue.Opening.Role;
import java.util.ArrayList;
import java.util.List;
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
    PASSAGE
  }

  private final RescueTools tools;
  private final RescueConfig config;
  private final Consumer<? super Finding> sink;
  private final Window in = new Window();
  private final ProseContext context = new ProseContext();
  private final Gate gate;
  private final Starts starts;
  private final GroupFindings findings;
  private final Drafts drafts;
  private Mode mode;
  private @Nullable Group group;
  private @Nullable Passage passage;
  private long openedUntil;

  /// @param sink is given each finding as soon as it is certain
  public TextScanner(RescueTools tools, RescueConfig config, Consumer<? super Finding> sink) {
    this.tools = tools;
    this.config = config;
    this.sink = sink;
    this.gate = new Gate(tools, config);
    this.starts = new Starts(tools, context, in);
    this.findings = new GroupFindings(tools, gate, in, context, sink);
    this.drafts = new Drafts(tools, !config.dialect().isEmpty());
    this.mode = Mode.PROSE;
    if (config.mode() == Rescue.OFF || tools.isEmpty()) {
      enter(Passage.REST);
    } else if (config.beginsThinking()) {
      enter(Passage.thinking("</think>"));
    }
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
            case PASSAGE -> passage();
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
      in.skipPlain(openings, context);
      int c = in.peek();
      if (c < 0) {
        show(in.position());
        return false;
      }
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
      context.take((char) c);
      in.skip(1);
    }
  }

  private void begin(Opening opening, Starts.Start start) {
    long at = in.position();
    switch (opening.role()) {
      case THINKING -> {
        in.skip(start.length());
        enter(Passage.thinking(opening.closer()));
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
        show(at);
        enter(escaped(opening.closer()));
      }
      case HARMONY -> harmony(start);
      case BRACE, BRACKET -> {
        if (start.isData()) {
          enter(Passage.data(config.limits().depth(), context));
        } else {
          open(opening, start, at);
        }
      }
      case FENCE -> {
        if (start.isData()) {
          in.skip(start.length());
          context.takeCall();
          enter(Passage.fenced(start.fence(), context));
        } else {
          open(opening, start, at);
        }
      }
      case CALL, BODY, LABEL, TOOL_NAME, TOOL_TAG -> open(opening, start, at);
    }
  }

  /// Behind a ReAct call, what the model says of its result is invented, and so is what follows.
  private void observation() {
    if (findings.reactCalled()) {
      enter(Passage.REST);
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
      findings.begin(evidence(false));
      openedUntil = in.position() + 1;
      in.skip(start.length());
      BodyTerms terms = terms(Formats.HARMONY);
      enter(terms, BodyReader.behindName(terms, in, header.recipient()));
      return;
    }
    in.skip(start.length());
    context.takeNoise();
    if (header.thinks()) {
      enter(Passage.thinking("<|end|>"));
    }
  }

  private Evidence evidence(boolean ownLine) {
    return new Evidence(
        context.isBlank(),
        false,
        false,
        context.isQuoted(),
        false,
        ownLine || context.isLineStart());
  }

  private Passage escaped(String closer) {
    return new EscapedCall(closer, tools, config, evidence(false), gate, starts, context, sink);
  }

  private BodyTerms terms(Format format) {
    return new BodyTerms(tools, format, config.limits().depth(), drafts);
  }

  private void open(Opening opening, Starts.Start start, long at) {
    show(at);
    findings.begin(evidence(start.ownLine()));
    openedUntil = at + Math.max(1, start.length());
    in.skip(start.length());
    BodyTerms terms = terms(start.format());
    if (opening.role() == Role.TOOL_TAG) {
      enter(terms, BodyReader.insideTool(terms, opening.toolInTag()));
    } else if (start.isBody()) {
      enter(terms, new BodyReader(terms));
    } else {
      enter(new Group(terms, config.limits(), in, context.isBlank(), start.fence()));
    }
  }

  private void enter(BodyTerms terms, BodyReader reader) {
    enter(new Group(terms, config.limits(), in, context.isBlank(), reader));
  }

  private void enter(Group begun) {
    drafts.clear();
    group = begun;
    mode = Mode.GROUP;
  }

  private boolean group() {
    Group reading = group;
    if (reading == null) {
      mode = Mode.PROSE;
      return true;
    }
    return switch (reading.read(in)) {
      case MORE -> {
        findings.tell(drafts, reading.format());
        yield false;
      }
      case CALLS -> {
        long next = in.position();
        findings.settle(reading);
        drafts.clear();
        in.moveTo(next);
        yield true;
      }
      case OVER -> {
        findings.settle(reading);
        in.moveTo(in.settledAt());
        findings.end();
        leave(reading);
        yield true;
      }
      case NONE -> {
        // Reading goes on where it became clear that this is no call.
        in.moveTo(Math.max(in.position(), openedUntil));
        findings.none(reading);
        leave(reading);
        yield true;
      }
    };
  }

  private void leave(Group over) {
    group = null;
    mode = Mode.PROSE;
    if (over.openFence() != 0 && over.fenced()) {
      enter(Passage.fenced(over.openFence(), context));
    }
  }

  private void enter(Passage begun) {
    passage = begun;
    mode = Mode.PASSAGE;
  }

  private boolean passage() {
    Passage reading = passage;
    boolean over = reading == null || reading.read(in);
    show(in.position());
    if (over) {
      mode = Mode.PROSE;
    }
    return over;
  }
}
