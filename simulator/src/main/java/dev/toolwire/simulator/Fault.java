package dev.toolwire.simulator;

import java.time.Duration;

/// Something that goes wrong on purpose. Prints as scripts, headers and the command line write it,
/// and [#parse] reads what it prints.
///
/// A fault that has no meaning for an answer (a wrong checksum in an answer that has none, say)
/// does nothing to it. Those that are just what their name says are [Oddity]s.
public sealed interface Fault
    permits Fault.Status,
        Fault.Drop,
        Fault.Cut,
        Fault.CorruptByte,
        Fault.BadCrc,
        Fault.InStreamException,
        Fault.Stall,
        Fault.SlowDrip,
        Fault.UnknownEvent,
        Fault.BadJson,
        Oddity {

  /// An HTTP error instead of an answer: `status 429 ThrottlingException retry after 2s`.
  ///
  /// @param type the service's name for the error
  /// @param retryAfter what the service asks to wait; zero if it does not ask
  record Status(int status, String type, Duration retryAfter) implements Fault {
    public Status {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("expected a status from 400 to 599, got " + status);
      }
    }

    public Status(int status) {
      this(status, FaultText.typeOf(status), Duration.ZERO);
    }

    public Status withRetryAfter(Duration wait) {
      return new Status(status, type, wait);
    }

    @Override
    public String toString() {
      String wait = retryAfter.isZero() ? "" : " retry after " + Durations.write(retryAfter);
      return "status " + status + " " + type + wait;
    }
  }

  /// The connection is closed without a byte of an answer: `drop`.
  record Drop() implements Fault {
    @Override
    public String toString() {
      return "drop";
    }
  }

  /// The answer stops early: `cut after 200 bytes`, `end after 3 frames`.
  ///
  /// @param count how much of the body comes
  /// @param unit of what
  /// @param manner how it stops
  record Cut(long count, Unit unit, Manner manner) implements Fault {

    /// What is counted.
    public enum Unit {
      BYTES,
      /// Event-stream frames. A body that is not streamed is one frame.
      FRAMES
    }

    /// How an answer stops.
    public enum Manner {
      /// The connection breaks.
      BREAK,
      /// The HTTP response ends properly, so that only its content is found wanting.
      END
    }

    public Cut {
      if (count < 0) {
        throw new IllegalArgumentException("expected a count from 0, got " + count);
      }
    }

    public static Cut afterBytes(long bytes) {
      return new Cut(bytes, Unit.BYTES, Manner.BREAK);
    }

    public static Cut afterFrames(long frames) {
      return new Cut(frames, Unit.FRAMES, Manner.BREAK);
    }

    @Override
    public String toString() {
      return (manner == Manner.BREAK ? "cut" : "end")
          + (" after " + count)
          + (unit == Unit.BYTES ? " bytes" : " frames");
    }
  }

  /// One byte of the body is changed: `corrupt byte 100`. Counted from 0.
  record CorruptByte(long at) implements Fault {
    public CorruptByte {
      if (at < 0) {
        throw new IllegalArgumentException("expected a position from 0, got " + at);
      }
    }

    @Override
    public String toString() {
      return "corrupt byte " + at;
    }
  }

  /// The message CRC of one frame is wrong: `bad crc in frame 3`. Counted from 1.
  record BadCrc(long frame) implements Fault {
    public BadCrc {
      if (frame < 1) {
        throw new IllegalArgumentException("expected a frame from 1, got " + frame);
      }
    }

    @Override
    public String toString() {
      return "bad crc in frame " + frame;
    }
  }

  /// The stream fails after some events: `throttlingException after 3 events`, `overloaded_error
  /// after 2 events`. Any wire's name will do; each calls the error by its own. An answer that is
  /// not streamed is replaced by the HTTP error of that name.
  record InStreamException(String type, int afterEvents) implements Fault {
    public InStreamException {
      if (!(type.endsWith("Exception") || type.endsWith("_error")) || afterEvents < 0) {
        throw new IllegalArgumentException(
            "expected a name that ends in Exception or _error and a count from 0, got "
                + type
                + " and "
                + afterEvents);
      }
    }

    @Override
    public String toString() {
      return type + " after " + afterEvents + " events";
    }
  }

  /// Nothing comes for a while: `stall 60s in tool input`, `stall forever before head`.
  ///
  /// @param time how long; [#FOREVER] if it never goes on
  /// @param thenDrop whether the connection breaks afterwards
  record Stall(Where where, Duration time, boolean thenDrop) implements Fault {

    /// Longer than anybody waits.
    public static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    /// Where nothing comes.
    public enum Where {
      /// Before the status.
      BEFORE_HEAD("before head"),
      /// After the first piece of text.
      TEXT("in text"),
      /// After the name of the tool, before its input.
      TOOL_INPUT("in tool input");

      private final String words;

      Where(String words) {
        this.words = words;
      }

      @Override
      public String toString() {
        return words;
      }
    }

    /// A silence in a text, after which it goes on.
    public static Stall of(Duration time) {
      return new Stall(Where.TEXT, time, false);
    }

    @Override
    public String toString() {
      String words = time.equals(FOREVER) ? "forever" : Durations.write(time);
      return "stall " + words + " " + where + (thenDrop ? " then drop" : "");
    }
  }

  /// The body comes a few bytes at a time: `drip 1 bytes every 50ms`.
  record SlowDrip(int bytes, Duration every) implements Fault {
    public SlowDrip {
      if (bytes < 1) {
        throw new IllegalArgumentException("expected 1 byte or more, got " + bytes);
      }
    }

    @Override
    public String toString() {
      return "drip " + bytes + " bytes every " + Durations.write(every);
    }
  }

  /// An event of a kind that nobody knows: `unknown event after 2 events`.
  record UnknownEvent(int afterEvents) implements Fault {
    @Override
    public String toString() {
      return "unknown event after " + afterEvents + " events";
    }
  }

  /// The JSON of one event is broken: `bad json in frame 3`. Counted from 1.
  record BadJson(long frame) implements Fault {
    public BadJson {
      if (frame < 1) {
        throw new IllegalArgumentException("expected a frame from 1, got " + frame);
      }
    }

    @Override
    public String toString() {
      return "bad json in frame " + frame;
    }
  }

  /// Reads a fault as it is written above. Hyphens count as spaces, and some common faults have
  /// short names: `throttling`, `validation`, `access-denied`, `not-found`, `timeout`,
  /// `model-error`, `internal`, `unavailable`, `overloaded`, `insufficient-quota`,
  /// `model-stream-error`.
  ///
  /// @throws IllegalArgumentException if `text` is no fault; the message says what there is
  static Fault parse(String text) {
    return FaultText.parse(text);
  }
}
