package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.Set;

/// What one call in a text turned out to be. Only a [Call] is to be run.
public sealed interface TextCall {

  /// The tool's name: the declared one, or for an [Unknown] one as it was written.
  String name();

  Format format();

  /// Why it is what it is, for people.
  String reason();

  /// A call, at least as sure as the caller asked for.
  ///
  /// @param id the id in the text, or empty
  /// @param fits whether the arguments fit the schema; if not, the model has to be told
  record Call(
      String name,
      JsonObject arguments,
      String id,
      Format format,
      Level level,
      Set<TextRepair> repairs,
      boolean fits,
      String reason)
      implements TextCall {}

  /// A whole call that is not sure enough to be run. Its text is shown.
  record Suggested(
      String name,
      JsonObject arguments,
      Format format,
      Level level,
      Set<TextRepair> repairs,
      String reason)
      implements TextCall {}

  /// The same call again elsewhere in the message: one call, said twice.
  record Repeated(String name, Format format, String reason) implements TextCall {}

  /// A whole call between markers, of a tool that nobody declared.
  record Unknown(String name, Format format, String reason) implements TextCall {}

  /// The text ended inside a call.
  record Truncated(String name, Format format, String reason) implements TextCall {}

  /// A call between markers that cannot be read.
  record Broken(String name, Format format, String reason) implements TextCall {}
}
