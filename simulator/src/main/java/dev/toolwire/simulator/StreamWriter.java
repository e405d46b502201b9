package dev.toolwire.simulator;

import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import java.util.List;

/// Writes one streamed answer, event by event. For one thread at a time.
interface StreamWriter {

  /// The frames of an event: none, one or several.
  List<byte[]> event(StreamEvent event);

  /// A failure after the answer has begun. Nothing may follow.
  List<byte[]> failure(Fault fault);

  /// What comes when everything is told.
  List<byte[]> end();
}
