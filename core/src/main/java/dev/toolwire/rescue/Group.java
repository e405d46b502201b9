package dev.toolwire.rescue;

import dev.toolwire.rescue.Format.Kind;
import dev.toolwire.rescue.Format.Trait;
import dev.toolwire.rescue.Opening.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one group: an opener, calls one after the other with what stands between them, closers.
///
/// It never looks further than the group goes: whatever cannot belong to it ends it, and the window
/// goes back behind the last thing that did.
final class Group {

  /// How reading came out.
  enum Outcome {
    MORE,
    /// Calls are complete up to [#good]; the group may go on.
    CALLS,
    /// The group ended at [#good].
    OVER,
    /// There was no call here. The window stands where that became clear.
    NONE
  }

  private enum Phase {
    BEFORE,
    BODY,
    AFTER
  }

  private final BodyTerms terms;
  private final RescueLimits limits;
  private final boolean begins;
  private Format format;
  private BodyReader reader;
  private Phase phase;
  private List<RawCall> calls = new ArrayList<>();
  private boolean others;
  private boolean ends;
  private boolean closed;
  private boolean tagged;
  private boolean repeats;
  private boolean fenced;
  private boolean quotedFence;
  private char fence;
  private boolean surplus;
  private boolean truncated;
  private long good;
  private long bodyStart;

  /// @param begins whether nothing was said before
  /// @param fence what the fence is made of that stands around the group; 0 if none does
  Group(BodyTerms terms, RescueLimits limits, Window in, boolean begins, char fence) {
    this.terms = terms;
    this.limits = limits;
    this.format = terms.format();
    this.begins = begins;
    this.fence = fence;
    this.fenced = fence != 0;
    this.phase = Phase.BEFORE;
    this.good = in.position();
    this.bodyStart = good;
    this.reader = new BodyReader(terms);
  }

  /// A group whose body begins right here, with this reader.
  Group(BodyTerms terms, RescueLimits limits, Window in, boolean begins, BodyReader reader) {
    this(terms, limits, in, begins, (char) 0);
    this.reader = reader;
    this.phase = Phase.BODY;
    this.tagged = true;
  }

  private BodyTerms terms() {
    return terms.of(format);
  }

  Openings openings() {
    return terms.tools().openings();
  }

  Format format() {
    return format;
  }

  long good() {
    return good;
  }

  boolean others() {
    return others;
  }

  boolean ends() {
    return ends;
  }

  boolean fenced() {
    return fenced;
  }

  /// Whether markers stand in a fence that is not the beginning of the message.
  boolean quotedFence() {
    return quotedFence;
  }

  /// What the fence is made of in which the group ended; 0 if it is closed.
  char openFence() {
    return fence;
  }

  boolean isClosed() {
    return closed;
  }

  boolean hasSurplus() {
    return surplus;
  }

  boolean isPython() {
    return reader.isPython();
  }

  boolean truncated() {
    return truncated;
  }

  /// The name of the call that was being read.
  String nameSoFar() {
    return reader.nameSoFar();
  }

  /// The calls that are complete; they are forgotten here.
  List<RawCall> takeCalls() {
    List<RawCall> taken = calls;
    calls = new ArrayList<>();
    boolean missing =
        !closed
            && !tagged
            && format.kind() == Kind.MARKED
            && !format.closers().isEmpty()
            && !format.has(Trait.OPEN_ENDED);
    Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
    if (missing) {
      repairs.add(TextRepair.MISSING_CLOSER);
    }
    if (surplus) {
      repairs.add(TextRepair.SURPLUS_BRACE);
    }
    surplus = false;
    return taken.stream().map(call -> call.with(repairs)).toList();
  }

  Outcome read(Window in) {
    while (true) {
      Outcome outcome =
          switch (phase) {
            case BEFORE -> before(in);
            case BODY -> body(in);
            case AFTER -> after(in);
          };
      if (outcome != null) {
        return outcome;
      }
    }
  }

  private @Nullable Outcome before(Window in) {
    if (!in.skipBlank()) {
      return Outcome.MORE;
    }
    Before before = Before.at(in, openings(), fence == 0);
    switch (before.what()) {
      case UNDECIDED -> {
        return Outcome.MORE;
      }
      case OTHER -> {
        return failed();
      }
      case NOTHING -> in.skip(before.length());
      case FENCE -> {
        in.skip(before.length());
        fence = '`';
      }
      case OPENER -> begin(in, before.opening(), before.length());
      case BODY -> start(in, new BodyReader(terms()));
    }
    return null;
  }

  /// A marker of its own inside a section or a fence.
  private void begin(Window in, Opening opening, int length) {
    enter(opening.format());
    tagged |= opening.role() != Role.CALL;
    switch (opening.role()) {
      case BODY -> start(in, new BodyReader(terms()));
      case TOOL_TAG -> {
        in.skip(length);
        start(in, BodyReader.insideTool(terms(), opening.toolInTag()));
      }
      default -> in.skip(length);
    }
  }

  private void enter(Format inner) {
    quotedFence |= fence != 0 && format.kind() == Kind.NEUTRAL && !begins;
    boolean section = format.kind() != Kind.NEUTRAL && format.bodies().containsAll(inner.bodies());
    if (!section || inner.has(Trait.TEXT_UNLESS_DECLARED)) {
      format = inner;
    }
  }

  private void start(Window in, BodyReader with) {
    reader = with;
    bodyStart = in.position();
    phase = Phase.BODY;
  }

  private @Nullable Outcome body(Window in) {
    Answer answer = reader.read(in);
    int limit = format.kind() == Kind.NEUTRAL ? limits.neutralLength() : limits.markedLength();
    if (in.position() - bodyStart > limit) {
      return failed();
    }
    return switch (answer) {
      case DONE -> bodyDone(in);
      case MORE, ON -> Outcome.MORE;
      case REFUSED, CUT -> {
        truncated = answer == Answer.CUT;
        yield repeats && !closed && !truncated && skipLine(in) ? null : failed();
      }
    };
  }

  private @Nullable Outcome bodyDone(Window in) {
    if (repeats && reader.calls().isEmpty() && format.kind() != Kind.NEUTRAL) {
      return Outcome.OVER;
    }
    calls.addAll(reader.calls());
    others |= reader.others();
    if (reader.fenced()) {
      fence = '`';
    }
    good = in.position();
    closed = false;
    repeats = true;
    phase = Phase.AFTER;
    return null;
  }

  /// In a section with a call on each line, a bad line does not spoil its neighbours.
  private boolean skipLine(Window in) {
    if (format.kind() != Kind.MARKED || !format.bodies().contains(Body.NAMED)) {
      return false;
    }
    String name = reader.nameSoFar();
    long refused = in.position();
    for (long at = bodyStart; at < refused; at++) {
      if (in.peekAt(at) == '\n') {
        if (!name.isEmpty()) {
          calls.add(RawCall.broken(name, RawCall.UNREADABLE));
        }
        in.moveTo(at);
        good = at;
        phase = Phase.AFTER;
        return true;
      }
    }
    return false;
  }

  private Outcome failed() {
    return repeats ? Outcome.OVER : Outcome.NONE;
  }

  private @Nullable Outcome after(Window in) {
    if (!in.skipBlank()) {
      return Outcome.MORE;
    }
    if (format.equals(Formats.BARE_HEADER) && startsFunctionary(in)) {
      format = Formats.FUNCTIONARY;
    }
    Behind behind = Behind.at(in, this);
    switch (behind.what()) {
      case UNDECIDED -> {
        return Outcome.MORE;
      }
      case END -> {
        ends = true;
        return Outcome.OVER;
      }
      case OTHER -> {
        others |= fence != 0 && fenced;
        return Outcome.OVER;
      }
      case NOTHING -> in.skip(behind.length());
      case CLOSER -> {
        return closed(in, behind.length());
      }
      case FENCE_END -> {
        take(in, behind.length());
        fence = 0;
      }
      case SURPLUS -> {
        take(in, behind.length());
        surplus = true;
      }
      case OPENER -> {
        if (format.kind() == Kind.MARKED && !calls.isEmpty()) {
          return Outcome.CALLS;
        }
        phase = Phase.BEFORE;
      }
      case BODY -> start(in, new BodyReader(terms()));
    }
    return null;
  }

  private boolean startsFunctionary(Window in) {
    Opening opening = openings().markerAt(in).value();
    return opening != null && opening.format().equals(Formats.FUNCTIONARY);
  }

  /// Takes what belongs to the group.
  private void take(Window in, int length) {
    in.skip(length);
    good = in.position();
  }

  private @Nullable Outcome closed(Window in, int length) {
    take(in, length);
    boolean first = !closed;
    closed = true;
    return first && format.kind() == Kind.MARKED && !calls.isEmpty() ? Outcome.CALLS : null;
  }
}
