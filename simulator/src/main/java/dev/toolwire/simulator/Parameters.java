package dev.toolwire.simulator;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of a JSON object behind each of its members.
final class Parameters {

  private Parameters() {}

  /// The pieces, which together are `json`. A text that is no object comes in whatever pieces its
  /// commas and brackets suggest.
  static List<String> of(String json) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
        continue;
      }
      quoted = c == '"';
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 1) {
        pieces.add(json.substring(start, i + 1));
        start = i + 1;
      }
    }
    pieces.add(json.substring(start));
    return pieces;
  }
}
