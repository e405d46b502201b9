package dev.toolwire.rescue;

import dev.toolwire.rescue.Format.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells what came of the groups that were read: passes their calls through the gate, and settles
/// their text.
final class GroupFindings {

  private final RescueTools tools;
  private final Gate gate;
  private final Window in;
  private final ProseContext context;
  private final Consumer<? super Finding> sink;
  private Evidence evidence = new Evidence(true, false, false, false, false, true);
  private @Nullable Boolean explained;
  private boolean taken;
  private boolean reactCalled;

  GroupFindings(
      RescueTools tools,
      Gate gate,
      Window in,
      ProseContext context,
      Consumer<? super Finding> sink) {
    this.tools = tools;
    this.gate = gate;
    this.in = in;
    this.context = context;
    this.sink = sink;
  }

  /// A group begins.
  ///
  /// @param where what speaks for and against it as far as it is known
  void begin(Evidence where) {
    evidence = where;
    explained = null;
    taken = false;
  }

  /// The evidence with what the words before say, which takes a look at them and is known only once
  /// something is there to be judged.
  private Evidence evidence(Format format) {
    if (explained == null) {
      explained =
          format.kind() == Kind.NEUTRAL
              ? context.isExplanation()
              : context.isExample() && !evidence.begins();
    }
    return evidence.withExplained(explained);
  }

  /// Whether a ReAct call was made, so that a result which follows is invented.
  boolean reactCalled() {
    return reactCalled;
  }

  /// Tells of the calls that are being written, if they will probably be calls.
  void tell(Drafts drafts, Format format) {
    if (gate.expects(format, evidence) && gate.expects(format, evidence(format))) {
      drafts.tell(Provenance.of(format, Gate.expected(format)), sink);
    }
  }

  /// Decides on the calls of a group that are complete, and takes or shows their text.
  void settle(Group group) {
    long from = in.settledAt();
    if (group.good() <= from) {
      return;
    }
    String text = in.settle(group.good());
    List<TextCall> results =
        gate.decide(group.takeCalls(), group.format(), evidence(group), group.others(), text);
    boolean spent =
        results.stream()
            .anyMatch(call -> call instanceof TextCall.Call || call instanceof TextCall.Repeated);
    taken = results.isEmpty() ? taken : spent;
    reactCalled |= spent && group.format().equals(Formats.REACT);
    if (results.isEmpty() && !taken) {
      sink.accept(new Finding.Prose(text));
    } else {
      sink.accept(new Finding.Envelope(new Span(from, group.good()), text, results, taken));
    }
  }

  private Evidence evidence(Group group) {
    Evidence where = evidence(group.format());
    return new Evidence(
        where.begins(),
        group.ends(),
        group.fenced(),
        where.quoted() || group.quotedFence(),
        where.explained(),
        where.lineStart());
  }

  /// The group is over.
  void end() {
    gate.endGroup();
    context.takeCall();
  }

  /// What began was no call; its text up to the window is prose.
  void none(Group group) {
    long from = in.settledAt();
    Optional<TextCall> remains = remains(group);
    String text = in.settle(in.position());
    context.take(text);
    if (remains.isPresent()) {
      Span span = new Span(from, in.position());
      sink.accept(new Finding.Envelope(span, text, List.of(remains.get()), false));
    } else if (!text.isEmpty()) {
      sink.accept(new Finding.Prose(text));
    }
  }

  /// A call that was begun between markers and did not come to be.
  private Optional<TextCall> remains(Group group) {
    RescueTools.Found found = tools.find(group.nameSoFar());
    Format format = group.format();
    if (found == null || format.kind() == Kind.NEUTRAL || evidence.quoted()) {
      return Optional.empty();
    }
    String name = found.tool().name();
    return Optional.of(
        group.truncated()
            ? new TextCall.Truncated(name, format, "the message ends inside the call")
            : new TextCall.Broken(name, format, "the call cannot be read from here on"));
  }
}
