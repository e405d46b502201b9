package dev.toolwire.json;

import tools.jackson.databind.JsonNode;

/// What one fragment added to a document. Events come in document order: a container opens, its
/// values complete, it completes. How the input was cut changes only how the text of a string is
/// divided into [StringGrew] pieces.
public sealed interface JsonEvent {
  /// The value that this event is about.
  JsonPath path();

  /// An object began; its members follow.
  record ObjectOpened(JsonPath path) implements JsonEvent {}

  /// An array began; its elements follow.
  record ArrayOpened(JsonPath path) implements JsonEvent {}

  /// A string grew by `piece`: its new characters only, unescaped, never empty and never ending
  /// between the two halves of a surrogate pair. The pieces of a path joined in order are the whole
  /// string.
  record StringGrew(JsonPath path, String piece) implements JsonEvent {}

  /// A value of any kind is complete. A name that an object repeats completes once per occurrence,
  /// and the last one stands.
  record Completed(JsonPath path, JsonNode value) implements JsonEvent {}
}
