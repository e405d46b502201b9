package dev.toolwire.rescue;

import tools.jackson.databind.JsonNode;

/// Hears the tokens of a value while it is read.
interface InputEcho {

  InputEcho SILENT = new InputEcho() {};

  default void opened(int depth, char bracket) {}

  default void closed(int depth, char bracket) {}

  default void key(int depth, String key) {}

  default void scalar(int depth, JsonNode value) {}
}
