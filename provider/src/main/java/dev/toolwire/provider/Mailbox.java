package dev.toolwire.provider;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Hands the parts of one response from the thread that reads them to the thread that wants them.
///
/// Parts that are put become visible at once but wake nobody until [#publish], so that what arrived
/// together costs one wake-up. `lock` guards every field; nothing is called while it is held.
final class Mailbox {

  /// Bytes that may wait here before the reading thread has to.
  static final int ROOM = 256 << 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition somethingCame = lock.newCondition();
  private final Condition roomMade = lock.newCondition();
  private final Deque<Exchange.Read> parts = new ArrayDeque<>(4);
  private int bytes;
  private boolean ended;
  private boolean closed;
  private @Nullable ModelException failure;

  void put(Exchange.Read part) {
    lock.lock();
    try {
      if (!closed) {
        parts.add(part);
        bytes += size(part);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more will come, because of `why`; what came before can still be taken.
  void fail(ModelException why) {
    lock.lock();
    try {
      failure = why;
    } finally {
      lock.unlock();
    }
  }

  void publish() {
    lock.lock();
    try {
      somethingCame.signal();
    } finally {
      lock.unlock();
    }
  }

  void awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (bytes > ROOM && !closed) {
        roomMade.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      parts.clear();
      bytes = 0;
      somethingCame.signal();
      roomMade.signal();
    } finally {
      lock.unlock();
    }
  }

  Exchange.Read take(Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (true) {
        Exchange.Read part = poll();
        if (part != null) {
          return part;
        }
        if (left <= 0) {
          return Exchange.Read.NOTHING;
        }
        left = somethingCame.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while waiting for the provider", interrupted);
    } finally {
      lock.unlock();
    }
  }

  private Exchange.@Nullable Read poll() {
    if (closed) {
      throw new TransportException("the exchange was closed by its caller");
    }
    Exchange.Read part = parts.poll();
    if (part != null) {
      ended = part instanceof Exchange.End;
      bytes -= size(part);
      if (bytes <= ROOM / 2) {
        roomMade.signal();
      }
      return part;
    }
    if (failure != null) {
      throw failure;
    }
    return ended ? Exchange.Read.END : null;
  }

  private static int size(Exchange.Read part) {
    return part instanceof Chunk chunk ? chunk.length() : 0;
  }
}
