package dev.toolwire.simulator;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ProviderException.Fault;
import java.time.Duration;

/// A call over a wire that names the model in the body and streams as server-sent events.
interface SseCall extends ModelCall {

  Visit visit();

  NamedBody body();

  @Override
  default ModelId asked() {
    return body().model();
  }

  @Override
  default String requestId() {
    return "req_" + visit().requestId().replace("-", "");
  }

  @Override
  default boolean hasChecksums() {
    return false;
  }

  /// An error that the service gives before any model is asked.
  ///
  /// @param type the wire's name for it
  default Answer.Response refuse(ErrorKind kind, int status, String type, String message) {
    return error(new Fault(kind, status, type, message, requestId(), false, Duration.ZERO), 0);
  }
}
