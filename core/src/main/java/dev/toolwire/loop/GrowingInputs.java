package dev.toolwire.loop;

import dev.toolwire.json.IncrementalJson;
import dev.toolwire.model.StreamEvent;
import java.util.HashMap;
import java.util.Map;

/// Reads tool inputs while they arrive and tells what each delta added to which value. An input
/// that is no JSON is told of as far as it is.
final class GrowingInputs {

  private final Run run;
  private final Map<Integer, IncrementalJson> open = new HashMap<>();

  GrowingInputs(Run run) {
    this.run = run;
  }

  /// Takes note of an event of the model's answer.
  void heard(StreamEvent event) {
    switch (event) {
      case StreamEvent.ToolUseStart start ->
          open.put(
              start.index(),
              new IncrementalJson(grown ->
                  run.emit(new LoopEvent.InputGrew(run.round(), start.id(), start.name(), grown))));
      case StreamEvent.ToolInputDelta(int index, String text) -> {
        IncrementalJson input = open.get(index);
        if (input != null) {
          input.feed(text);
        }
      }
      case StreamEvent.ContentBlockStop(int index) -> open.remove(index);
      case StreamEvent.MessageStart _ -> open.clear();
      case StreamEvent.WholeBlock _,
          StreamEvent.TextDelta _,
          StreamEvent.ReasoningDelta _,
          StreamEvent.SignatureDelta _,
          StreamEvent.RedactedDelta _,
          StreamEvent.CitationDelta _,
          StreamEvent.MessageStop _,
          StreamEvent.Metadata _,
          StreamEvent.Ping _,
          StreamEvent.Unrecognized _ -> {}
    }
  }
}
