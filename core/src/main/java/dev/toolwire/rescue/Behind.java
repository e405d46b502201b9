package dev.toolwire.rescue;

import dev.toolwire.rescue.Format.Kind;
import dev.toolwire.rescue.Opening.Role;
import org.jspecify.annotations.Nullable;

/// What stands behind a body: something that belongs to its [Group], or the group's end. It only
/// looks, and no further than a constant number of characters.
///
/// @param length how many characters it takes
record Behind(What what, int length) {

  enum What {
    /// More text must tell.
    UNDECIDED,
    /// The message is over.
    END,
    CLOSER,
    /// The end of the fence around the group.
    FENCE_END,
    /// A bracket too many.
    SURPLUS,
    /// Something that says nothing.
    NOTHING,
    /// The marker or the fence of another call.
    OPENER,
    /// Another call without a marker.
    BODY,
    /// Nothing of this group.
    OTHER
  }

  private static final Behind UNDECIDED = new Behind(What.UNDECIDED, 0);

  /// What stands at the window, behind white space.
  static Behind at(Window in, Group group) {
    int c = in.peek();
    if (c == Window.END) {
      return new Behind(What.END, 0);
    }
    Format format = group.format();
    Literals.Match<String> closer = Markers.CLOSERS.at(in);
    Literals.Match<String> noise = Markers.NOISE.at(in);
    Literals.Match<Opening> marker = group.openings().markerAt(in);
    if (closer.undecided() || noise.undecided() || marker.undecided()) {
      return UNDECIDED;
    }
    if (closer.value() != null && closes(closer.value(), marker.value(), group)) {
      return new Behind(What.CLOSER, closer.length());
    }
    if (noise.value() != null && format.kind() == Kind.NEUTRAL) {
      return new Behind(What.NOTHING, noise.length());
    }
    if (group.openFence() != 0 && c == group.openFence()) {
      return fenceEnd(in, group.openFence());
    }
    boolean dialect = in.peek(1) == '<' && in.peek(2) == ']';
    if ((c == '}' || (c == ']' && !dialect)) && !group.hasSurplus() && !group.isClosed()) {
      return surplus(in);
    }
    int lineBreak = Texts.writtenBreak(in);
    if (lineBreak != 0 && !group.isClosed()) {
      return lineBreak < 0 ? UNDECIDED : new Behind(What.NOTHING, lineBreak);
    }
    return next(c, marker.value(), group);
  }

  /// `<|im_start|>` and `<|tool_call|>` open and close alike; behind a call they close.
  private static boolean closes(String literal, @Nullable Opening opening, Group group) {
    boolean opens = opening != null && opening.role() == Role.CALL;
    return !opens || (group.format().closers().contains(literal) && !group.isClosed());
  }

  private static Behind fenceEnd(Window in, char fence) {
    int length = 0;
    while (in.peek(length) == fence) {
      length++;
    }
    return in.peek(length) == Window.MORE ? UNDECIDED : new Behind(What.FENCE_END, length);
  }

  private static Behind surplus(Window in) {
    int c = in.peek(in.afterBlanks(1));
    if (c == Window.MORE) {
      return UNDECIDED;
    }
    boolean last = c < 0 || c == '<' || c == '`' || c == ';' || in.peek(1) == '\n';
    return new Behind(last ? What.SURPLUS : What.OTHER, 1);
  }

  private static Behind next(int c, @Nullable Opening opening, Group group) {
    Kind kind = group.format().kind();
    boolean opens =
        opening != null && opening.format().kind() == Kind.MARKED && opening.beginsCall();
    if (opens && kind == Kind.MARKED) {
      return new Behind(What.OPENER, 0);
    }
    if (opens || (group.isClosed() && kind == Kind.MARKED)) {
      return new Behind(What.OTHER, 0);
    }
    if (c == ';' || c == ',') {
      return new Behind(What.NOTHING, 1);
    }
    if (c == '`' && group.fenced() && group.openFence() == 0 && kind == Kind.NEUTRAL) {
      return new Behind(What.OPENER, 0);
    }
    return new Behind(isBody(c, opening, group) ? What.BODY : What.OTHER, 0);
  }

  private static boolean isBody(int c, @Nullable Opening opening, Group group) {
    boolean name = opening != null && opening.role() == Role.TOOL_NAME;
    if (c == '{' || (c == '[' && !group.isPython())) {
      return true;
    }
    if (!group.isPython()) {
      return name && group.format().equals(Formats.BARE_HEADER);
    }
    boolean neutral = group.format().kind() == Kind.NEUTRAL;
    boolean mayBegin = Texts.isNamePart(c) || c == '\'' || c == '"';
    return c == '[' || (mayBegin && (name || !neutral));
  }
}
