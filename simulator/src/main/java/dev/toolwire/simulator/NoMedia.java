package dev.toolwire.simulator;

import io.helidon.common.GenericType;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.http.media.EntityReader;
import io.helidon.http.media.EntityWriter;
import io.helidon.http.media.MediaContext;
import io.helidon.http.media.MediaContextConfig;

/// Bodies are bytes to the simulator, so none is read or written as anything else. To learn what
/// else there is, Helidon would set up all of its configuration when a server starts.
final class NoMedia implements MediaContext {

  @Override
  public <T> EntityReader<T> reader(GenericType<T> type, Headers headers) {
    throw bytesOnly();
  }

  @Override
  public <T> EntityReader<T> reader(GenericType<T> type, Headers request, Headers response) {
    throw bytesOnly();
  }

  @Override
  public <T> EntityWriter<T> writer(
      GenericType<T> type, Headers request, WritableHeaders<?> response) {
    throw bytesOnly();
  }

  @Override
  public <T> EntityWriter<T> writer(GenericType<T> type, WritableHeaders<?> request) {
    throw bytesOnly();
  }

  @Override
  public MediaContextConfig prototype() {
    throw bytesOnly();
  }

  private static UnsupportedOperationException bytesOnly() {
    return new UnsupportedOperationException("the simulator's bodies are bytes");
  }
}
