package dev.toolwire.wire;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelException;
import org.jspecify.annotations.Nullable;

/// A decoder whose failure is final: it is thrown again whenever this decoder is asked, and what
/// comes behind it is not looked at.
public final class LatchedDecoder implements StreamDecoder {

  private final StreamDecoder inner;
  private @Nullable ModelException failure;

  public LatchedDecoder(StreamDecoder inner) {
    this.inner = inner;
  }

  @Override
  public void feed(Chunk chunk) {
    if (failure != null) {
      return;
    }
    try {
      inner.feed(chunk);
    } catch (ModelException broken) {
      failure = broken; // for who asks next
    }
  }

  @Override
  public Arrival next() {
    requireWhole();
    try {
      return inner.next();
    } catch (ModelException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public void end() {
    requireWhole();
    try {
      inner.end();
    } catch (ModelException broken) {
      failure = broken;
      throw broken;
    }
  }

  private void requireWhole() {
    if (failure != null) {
      throw failure;
    }
  }
}
