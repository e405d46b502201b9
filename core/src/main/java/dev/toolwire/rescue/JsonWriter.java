package dev.toolwire.rescue;

import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/// Writes a value as JSON while it is being read, strings too: the same text that comes of the
/// whole value, only earlier.
final class JsonWriter implements ValueListener {

  private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

  private final StringBuilder text = new StringBuilder();
  private boolean commaIsDue;

  /// How much is written of the string that is being read; negative if none is.
  private int begun = -1;

  int length() {
    return text.length();
  }

  /// What was written from `start` on.
  String from(int start) {
    return text.substring(start);
  }

  @Override
  public void opened(char bracket, int depth) {
    separate();
    text.append(bracket);
    commaIsDue = false;
  }

  @Override
  public void key(String key, int depth) {
    separate();
    text.append('"');
    ESCAPES.quoteAsString(key, text);
    text.append("\":");
    commaIsDue = false;
  }

  @Override
  public void closed(char bracket, int depth) {
    text.append(bracket);
    commaIsDue = true;
  }

  @Override
  public void value(JsonNode value, int depth) {
    if (value.isString()) {
      soFar(value.stringValue(), false);
      text.append('"');
      begun = -1;
    } else {
      separate();
      text.append(value);
    }
    commaIsDue = true;
  }

  @Override
  public void soFar(CharSequence string, int depth) {
    soFar(string, true);
  }

  private void soFar(CharSequence string, boolean goesOn) {
    if (begun < 0) {
      separate();
      text.append('"');
      begun = 0;
    }
    int end = string.length();
    if (goesOn && end > begun && Character.isHighSurrogate(string.charAt(end - 1))) {
      end--;
    }
    if (end > begun) {
      ESCAPES.quoteAsString(string.subSequence(begun, end), text);
      begun = end;
    }
  }

  private void separate() {
    if (commaIsDue) {
      text.append(',');
    }
  }
}
