package dev.toolwire.rescue;

/// Where a group of calls stands in its message.
///
/// @param begins nothing was said before it
/// @param ends nothing is said after it
/// @param fenced it stands in a fence
/// @param quoted it stands in inline code, quotation marks, a quotation or a foreign fence
/// @param explained the words before it present it as an example
/// @param lineStart it begins a line
record Evidence(
    boolean begins,
    boolean ends,
    boolean fenced,
    boolean quoted,
    boolean explained,
    boolean lineStart) {

  /// How sure a call of this format is here, before its arguments are looked at.
  Level level(Format format) {
    if (quoted) {
      return Level.QUOTED;
    }
    return switch (format.kind()) {
      case MARKED -> explained ? Level.QUOTED : Level.MARKED;
      case PROMPTED -> lineStart ? Level.PROMPTED : Level.EMBEDDED;
      case NEUTRAL -> neutral(format);
    };
  }

  private Level neutral(Format format) {
    if (begins && ends) {
      return Level.BARE;
    }
    if (explained) {
      return Level.QUOTED;
    }
    if (format.has(Format.Trait.LEAK) && (begins || ends)) {
      return Level.BARE;
    }
    return begins || (ends && !fenced) ? Level.EMBEDDED : Level.SUGGESTED;
  }

  Evidence withExplained(boolean illustration) {
    return new Evidence(begins, ends, fenced, quoted, illustration, lineStart);
  }

  String words() {
    String where =
        begins ? ends ? "the whole message" : "at the beginning" : ends ? "at the end" : "in prose";
    return where
        + (fenced ? ", in a fence" : "")
        + (quoted ? ", quoted" : "")
        + (explained ? ", as an example" : "");
  }
}
