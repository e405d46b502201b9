package dev.toolwire.cli;

/// How words are set off from each other on a terminal; leaves them as they are where there is no
/// colour.
enum Ink {
  PLAIN(""),
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  CYAN("36");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /// `text` in this ink, if `colour` is on.
  String on(String text, boolean colour) {
    return colour && this != PLAIN ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
