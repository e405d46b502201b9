package dev.toolwire.rescue;

/// Reads the tag that names a call in tagged text, such as `<function=tide_at>`, and the name that
/// stands behind it where the tag has none.
final class CallTagReader implements StepReader {

  private final ToolNameReader named = new ToolNameReader();
  private String name = "";
  private String element = "";
  private boolean selfClosing;

  /// The name of the call, once it is read.
  String name() {
    return name;
  }

  /// The element whose closing tag ends the call.
  String element() {
    return element;
  }

  /// Whether the tag is all there is of the call.
  boolean isSelfClosing() {
    return selfClosing;
  }

  @Override
  public Answer step(Window in) {
    return element.isEmpty() ? tag(in) : nameBehind(in);
  }

  private Answer tag(Window in) {
    Tag tag = Tag.at(in);
    if (tag.isUndecided()) {
      return Answer.MORE;
    }
    if (tag.length() <= 0) {
      return in.peek() < 0 ? in.shortage() : Answer.REFUSED;
    }
    name = tag.function().strip();
    if (tag.function().isEmpty() && (tag.close() || !tag.local().equals("invoke"))) {
      return Answer.REFUSED;
    }
    in.skip(tag.length());
    element = tag.local().startsWith("function") ? "function" : tag.local();
    selfClosing = !tag.function().isEmpty() && tag.selfClosing();
    return tag.function().isEmpty() ? Answer.ON : Answer.DONE;
  }

  private Answer nameBehind(Window in) {
    Answer answer = named.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    name = named.name().strip();
    return name.isEmpty() ? Answer.REFUSED : Answer.DONE;
  }
}
