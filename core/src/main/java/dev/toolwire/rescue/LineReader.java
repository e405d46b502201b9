package dev.toolwire.rescue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `function>`, a line break, and a text of which the first word is the name; or a name in
/// place of `function`, and the text.
final class LineReader implements CallReader {

  private final RescueTools tools;
  private final StringBuilder word = new StringBuilder();
  private boolean opened;
  private @Nullable CallReader text;

  LineReader(RescueTools tools) {
    this.tools = tools;
  }

  @Override
  public Answer step(Window in) {
    while (text == null) {
      int c = in.peek();
      if (c < 0) {
        return in.shortage();
      }
      boolean blank = Window.isBlank((char) c);
      if (c == '>' && !opened) {
        in.skip(1);
        opened = true;
        nameInTag();
      } else if (opened && (blank || c == '<') && !word.isEmpty()) {
        if (!Names.isNameLike(word.toString())) {
          return Answer.REFUSED;
        }
        text = new RawReader(tools, word.toString(), RawReader.Until.CLOSER, "");
      } else if (word.length() == RescueTools.LONGEST_NAME) {
        return Answer.REFUSED;
      } else {
        if (!opened || !blank) {
          word.append((char) c);
        }
        in.skip(1);
      }
    }
    return Answer.ON;
  }

  private void nameInTag() {
    String named = word.toString().strip();
    word.setLength(0);
    if (tools.exact(named) != null) {
      text = new RawReader(tools, named, RawReader.Until.CLOSER, "");
    }
  }

  @Override
  public @Nullable CallReader successor() {
    return text;
  }

  @Override
  public List<RawCall> calls() {
    return List.of();
  }

  @Override
  public String nameSoFar() {
    return "";
  }
}
