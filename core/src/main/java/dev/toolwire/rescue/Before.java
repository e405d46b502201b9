package dev.toolwire.rescue;

import dev.toolwire.rescue.Format.Kind;

/// What stands before a body, inside its [Group]. It only looks, and no further than a constant
/// number of characters.
///
/// @param length how many characters it takes
/// @param opening the marker, if one begins here
record Before(What what, int length, Opening opening) {

  enum What {
    /// More text must tell.
    UNDECIDED,
    /// Something that says nothing.
    NOTHING,
    /// A fence around the body.
    FENCE,
    /// A marker of its own.
    OPENER,
    BODY,
    /// Nothing of this group.
    OTHER
  }

  private static final int LONGEST_LINE = 64;
  private static final Opening NO_OPENING = new Opening(Opening.Role.NOISE, Formats.BARE, "", "");

  private Before(What what, int length) {
    this(what, length, NO_OPENING);
  }

  /// What stands at the window, behind white space.
  static Before at(Window in, Openings openings, boolean mayFence) {
    int lineBreak = Texts.writtenBreak(in);
    if (lineBreak != 0) {
      return lineBreak < 0 ? new Before(What.UNDECIDED, 0) : new Before(What.NOTHING, lineBreak);
    }
    if (in.peek() == '`' && mayFence) {
      return fence(in);
    }
    Literals.Match<Opening> marker = openings.markerAt(in);
    Literals.Match<String> filler = Markers.FILLERS.at(in);
    if (marker.undecided() || filler.undecided()) {
      return new Before(What.UNDECIDED, 0);
    }
    if (filler.length() > marker.length()) {
      return new Before(What.NOTHING, filler.length());
    }
    Opening opening = marker.value();
    boolean opens =
        opening != null && opening.format().kind() == Kind.MARKED && opening.beginsCall();
    return opens && opening != null
        ? new Before(What.OPENER, marker.length(), opening)
        : new Before(What.BODY, 0);
  }

  /// The line that opens a fence; a body may begin on it.
  private static Before fence(Window in) {
    int at = 0;
    while (in.peek(at) == '`' && at < LONGEST_LINE) {
      at++;
    }
    int ticks = at;
    while (at < LONGEST_LINE && in.peek(at) >= 0 && in.peek(at) != '\n') {
      if (in.peek(at) == '{' || in.peek(at) == '[') {
        break;
      }
      at++;
    }
    int c = in.peek(at);
    if (c == Window.MORE) {
      return new Before(What.UNDECIDED, 0);
    }
    boolean isFence = ticks >= 3 && c >= 0 && at < LONGEST_LINE;
    return isFence ? new Before(What.FENCE, at) : new Before(What.OTHER, 0);
  }
}
