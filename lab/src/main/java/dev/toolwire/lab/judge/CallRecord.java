package dev.toolwire.lab.judge;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonObject;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One call of a model and what came of it.
///
/// @param id ties it to its result
/// @param tool the name that the model wrote, declared or not
/// @param written the input as the model wrote it
/// @param input the input as the tool got it; empty if the call was refused before the tool ran
/// @param repairs how the two differ, if the input had to be mended
/// @param rescued where it stood in the text, if the model wrote it there
/// @param isError whether its result is an error, from the tool or instead of it
/// @param result the text of its result
/// @param started when the tool began, from the first request of the turn
/// @param took how long the tool ran; zero if it did not
public record CallRecord(
    String id,
    String tool,
    ToolInput written,
    Optional<JsonObject> input,
    List<InputChange> repairs,
    Optional<Provenance> rescued,
    boolean isError,
    String result,
    Duration started,
    Duration took) {

  public CallRecord {
    repairs = List.copyOf(repairs);
  }

  /// Whether it was refused before a tool ran: there is no such tool, or the input did not fit.
  public boolean isRefused() {
    return input.isEmpty();
  }

  /// Whether the input fitted the schema of a tool as the model wrote it.
  public boolean isValidAsWritten() {
    return !isRefused() && repairs.isEmpty() && written instanceof ToolInput.Parsed;
  }

  /// Whether anything had to be mended, in the input or in the text around it.
  public boolean isRepaired() {
    return !repairs.isEmpty()
        || rescued.map(Provenance::repairs).filter(list -> !list.isEmpty()).isPresent();
  }

  /// The input as the tool got it, or would have got it; empty if there is none that can be read.
  public JsonObject arguments() {
    return input.orElseGet(
        () -> written instanceof ToolInput.Parsed(JsonObject value) ? value : JsonObject.EMPTY);
  }

  /// The call as a person would write it: `get_weather {"city":"Oslo"}`.
  @Override
  public String toString() {
    return tool
        + " "
        + switch (written) {
          case ToolInput.Parsed _ -> arguments().toString();
          case ToolInput.Malformed(String text, _) -> text;
          case ToolInput.Truncated(String text) -> text + "…";
        };
  }
}
