package dev.toolwire.lab.stall;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Everything that was seen in one run, in the order in which it was seen: for each request a
/// [Moment.Kind#SENT], what came back, and how it ended. Immutable.
///
/// Times never go back; they count from the first request. Moments are kept in columns, since a
/// long tool input has hundreds of thousands of them.
public final class Timeline implements Iterable<Moment> {

  private final Moment.Kind[] kinds;
  private final long[] nanos;
  private final long[] firsts;
  private final int[] blocks;
  private final int[] bytes;

  private Timeline(Recorder recorder) {
    this.kinds = Arrays.copyOf(recorder.kinds, recorder.count);
    this.nanos = Arrays.copyOf(recorder.nanos, recorder.count);
    this.firsts = Arrays.copyOf(recorder.firsts, recorder.count);
    this.blocks = Arrays.copyOf(recorder.blocks, recorder.count);
    this.bytes = Arrays.copyOf(recorder.bytes, recorder.count);
  }

  /// These moments.
  ///
  /// @throws IllegalArgumentException as [Recorder] does
  public static Timeline of(Iterable<Moment> moments) {
    Recorder recorder = new Recorder();
    moments.forEach(recorder::add);
    return recorder.timeline();
  }

  public int size() {
    return kinds.length;
  }

  /// The moment with this number, from 0.
  public Moment get(int number) {
    return new Moment(kinds[number], nanos[number], firsts[number], blocks[number], bytes[number]);
  }

  @Override
  public Iterator<Moment> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Moment next() {
        if (next == size()) {
          throw new NoSuchElementException("the timeline has " + next + " moments");
        }
        return get(next++);
      }
    };
  }

  /// Whether every answer came to its proper end.
  public boolean isComplete() {
    return count(Moment.Kind.SENT) == count(Moment.Kind.COMPLETED);
  }

  private long count(Moment.Kind kind) {
    long count = 0;
    for (Moment.Kind each : kinds) {
      count += each == kind ? 1 : 0;
    }
    return count;
  }

  /// A timeline while it is written: a few array stores for each moment, and nothing else. Not for
  /// several threads.
  public static final class Recorder {

    private Moment.Kind[] kinds = new Moment.Kind[256];
    private long[] nanos = new long[256];
    private long[] firsts = new long[256];
    private int[] blocks = new int[256];
    private int[] bytes = new int[256];
    private int count;

    /// Notes a moment; see [Moment] for its parts.
    ///
    /// @throws IllegalArgumentException if it is earlier than the one before, or if it is the first
    ///   and no request that is sent
    public void add(Moment.Kind kind, long at, long firstByteAt, int block, int length) {
      check(kind, at, firstByteAt);
      if (count == kinds.length) {
        grow();
      }
      kinds[count] = kind;
      nanos[count] = at;
      firsts[count] = firstByteAt;
      blocks[count] = block;
      bytes[count] = length;
      count++;
    }

    /// Notes a moment, as above.
    public void add(Moment moment) {
      add(moment.kind(), moment.nanos(), moment.firstByteNanos(), moment.block(), moment.bytes());
    }

    private void check(Moment.Kind kind, long at, long firstByteAt) {
      if (count == 0 && kind != Moment.Kind.SENT) {
        throw new IllegalArgumentException("a timeline begins with a request that is sent");
      }
      if (count > 0 && at < nanos[count - 1]) {
        throw new IllegalArgumentException(
            kind + " at " + at + " ns comes after something at " + nanos[count - 1]);
      }
      if (firstByteAt > at) {
        throw new IllegalArgumentException(
            kind + ": its first byte came at " + firstByteAt + " ns, its last at " + at);
      }
    }

    private void grow() {
      int length = count * 2;
      kinds = Arrays.copyOf(kinds, length);
      nanos = Arrays.copyOf(nanos, length);
      firsts = Arrays.copyOf(firsts, length);
      blocks = Arrays.copyOf(blocks, length);
      bytes = Arrays.copyOf(bytes, length);
    }

    /// What was noted so far.
    ///
    /// @throws IllegalArgumentException if that is nothing
    public Timeline timeline() {
      if (count == 0) {
        throw new IllegalArgumentException("a timeline begins with a request that is sent");
      }
      return new Timeline(this);
    }
  }
}
