package dev.toolwire.rescue;

import java.util.Set;

/// Reads the key of an argument and the tag that opens its value, `port</arg_key><arg_value>`, from
/// behind `<arg_key>`.
final class KeyReader implements StepReader {

  private static final String SOLAR_VALUE = "|tool_arg:value|";
  private static final String SOLAR_END = "|tool_arg:end|";
  private static final String VALUE = "arg_value";

  private final Set<TextRepair> repairs;
  private final StringBuilder text = new StringBuilder();
  private boolean keyEnded;
  private String element = "";

  KeyReader(Set<TextRepair> repairs) {
    this.repairs = repairs;
  }

  String key() {
    return text.toString().strip();
  }

  /// The element that the value is, or empty if no value follows.
  String element() {
    return element;
  }

  @Override
  public Answer step(Window in) {
    return keyEnded ? value(in) : key(in);
  }

  private Answer key(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    Tag tag = c == '<' ? Tag.at(in) : Tag.NONE;
    if (tag.isUndecided()) {
      return Answer.MORE;
    }
    if (tag.length() <= 0) {
      text.append(in.take(1));
      return text.length() > RescueTools.LONGEST_NAME ? Answer.REFUSED : Answer.ON;
    }
    if (tag.local().equals(SOLAR_VALUE)) {
      return opened(in, tag, SOLAR_END);
    }
    if (tag.close() && tag.local().equals("arg_key")) {
      in.skip(tag.length());
    } else {
      repairs.add(TextRepair.STRAY_TEXT);
      if (!tag.local().equals(VALUE)) {
        return Answer.DONE;
      }
    }
    keyEnded = true;
    return Answer.ON;
  }

  private Answer value(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int lineBreak = Texts.writtenBreak(in);
    if (lineBreak != 0) {
      in.skip(Math.max(0, lineBreak));
      return lineBreak < 0 ? Answer.MORE : Answer.ON;
    }
    Tag tag = Tag.at(in);
    if (tag.isUndecided()) {
      return Answer.MORE;
    }
    if (tag.length() > 0 && !tag.close() && tag.local().equals(VALUE)) {
      return opened(in, tag, VALUE);
    }
    repairs.add(TextRepair.STRAY_TEXT);
    return Answer.DONE;
  }

  private Answer opened(Window in, Tag tag, String value) {
    in.skip(tag.length());
    element = value;
    return Answer.DONE;
  }
}
