package dev.toolwire.rescue;

import tools.jackson.databind.JsonNode;

/// Hears of the pieces of a value while it is read. `depth` is how many containers are open.
interface ValueListener {

  /// Hears nothing.
  ValueListener NONE = new ValueListener() {};

  /// A container begins; it counts in `depth`.
  default void opened(char bracket, int depth) {}

  default void key(String key, int depth) {}

  /// A container ends; it counts no more.
  default void closed(char bracket, int depth) {}

  /// A value that is no container.
  default void value(JsonNode value, int depth) {}

  /// The string that is being read, as far as it has come; valid during the call only.
  default void soFar(CharSequence text, int depth) {}
}
