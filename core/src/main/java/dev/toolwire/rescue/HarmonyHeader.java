package dev.toolwire.rescue;

/// What stands before a harmony message: a channel, and whom it is to.
///
/// @param recipient the tool that is called, as written; empty for prose and thinking
/// @param thinks whether the message is thinking
record HarmonyHeader(String recipient, boolean thinks) {

  static HarmonyHeader of(String text) {
    int to = text.indexOf("to=");
    if (to < 0) {
      return new HarmonyHeader("", text.contains("analysis"));
    }
    int end = to + 3;
    while (end < text.length() && text.charAt(end) != '<' && !Window.isBlank(text.charAt(end))) {
      end++;
    }
    return new HarmonyHeader(text.substring(to + 3, end), false);
  }
}
