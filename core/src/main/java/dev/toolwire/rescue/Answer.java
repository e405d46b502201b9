package dev.toolwire.rescue;

/// What every reader of this room says of the text in its [Window].
enum Answer {
  /// The reader took something and can go on at once.
  ON,
  /// Everything here is read; feed more and ask again.
  MORE,
  /// The reader has what it wants; the window stands behind it.
  DONE,
  /// The character at the window cannot go on what was read.
  REFUSED,
  /// The text ended inside.
  CUT
}
