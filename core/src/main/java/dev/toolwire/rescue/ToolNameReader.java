package dev.toolwire.rescue;

/// Reads a name between tags, `<tool_name>tide_at</tool_name>`, as Claude 2 names a call.
final class ToolNameReader implements StepReader {

  private final StringBuilder text = new StringBuilder();
  private boolean inName;

  String name() {
    return text.toString();
  }

  @Override
  public Answer step(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    if (inName && in.peek() != '<') {
      return gather(in);
    }
    Tag tag = Tag.at(in);
    if (tag.length() <= 0) {
      return tag.isUndecided() ? Answer.MORE : in.peek() < 0 ? in.shortage() : Answer.REFUSED;
    }
    if (!tag.local().equals("tool_name") && !tag.local().equals("name")) {
      return Answer.REFUSED;
    }
    in.skip(tag.length());
    inName = !tag.close();
    return inName ? Answer.ON : Answer.DONE;
  }

  private Answer gather(Window in) {
    if (in.peek() < 0) {
      return in.shortage();
    }
    text.append(in.take(1));
    return text.length() > RescueTools.LONGEST_NAME ? Answer.REFUSED : Answer.ON;
  }
}
