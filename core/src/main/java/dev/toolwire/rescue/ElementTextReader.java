package dev.toolwire.rescue;

/// Reads the text of an element up to its closing tag; other tags in it are text.
final class ElementTextReader implements StepReader {

  private final String element;
  private final StringBuilder text = new StringBuilder();

  ElementTextReader(String element) {
    this.element = element;
  }

  String text() {
    return text.toString();
  }

  @Override
  public Answer step(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    Tag tag = c == '<' ? Tag.at(in) : Tag.NONE;
    if (tag.isUndecided()) {
      return Answer.MORE;
    }
    if (tag.close() && tag.local().equals(element)) {
      in.skip(tag.length());
      return Answer.DONE;
    }
    text.append((char) c);
    in.skip(1);
    return Answer.ON;
  }
}
