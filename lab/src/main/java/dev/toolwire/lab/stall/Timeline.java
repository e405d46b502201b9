package dev.toolwire.lab.stall;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Everything that was seen in one run, in the order in which it was seen: for each request a
/// [Moment.Kind#SENT], what came back, and how it ended. Immutable.
///
/// Times never go back; they count from the first request. A moment is three numbers in a row of
/// many, since a long tool input has hundreds of thousands of them.
public final class Timeline implements Iterable<Moment> {

  private static final Moment.Kind[] KINDS = Moment.Kind.values();

  private final List<long[]> rows;
  private final int count;

  private Timeline(List<long[]> rows, int count) {
    this.rows = List.copyOf(rows);
    this.count = count;
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
    return count;
  }

  /// The moment with this number, from 0.
  public Moment get(int number) {
    if (number < 0 || number >= count) {
      throw new IndexOutOfBoundsException("moment " + number + " of " + count);
    }
    long[] row = rows.get(number / Recorder.ROW);
    int at = number % Recorder.ROW * Recorder.NUMBERS;
    long what = row[at + 2];
    return new Moment(
        kind(what),
        row[at],
        row[at + 1],
        (int) (what >> Recorder.KIND_BITS & Recorder.BLOCKS) - 1,
        (int) (what >>> Integer.SIZE));
  }

  private static Moment.Kind kind(long what) {
    return KINDS[(int) what & (1 << Recorder.KIND_BITS) - 1];
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

  private long count(Moment.Kind wanted) {
    long found = 0;
    for (int i = 0; i < count; i++) {
      long what = rows.get(i / Recorder.ROW)[i % Recorder.ROW * Recorder.NUMBERS + 2];
      found += kind(what) == wanted ? 1 : 0;
    }
    return found;
  }

  /// A timeline while it is written: three array stores for each moment, and nothing is ever copied
  /// to make room. Not for several threads.
  public static final class Recorder {

    /// The highest number that a block may have.
    public static final int LAST_BLOCK = (1 << 24) - 2;

    /// Moments in a row.
    private static final int ROW = 4096;

    /// When the last byte came, when the first came, and a word: kind, block + 1, bytes.
    private static final int NUMBERS = 3;

    private static final int KIND_BITS = 8;
    private static final long BLOCKS = (1 << 24) - 1;

    private final List<long[]> rows = new ArrayList<>();
    private long[] row = {};
    private int at;
    private int count;
    private long latest = Long.MIN_VALUE;

    /// Notes a moment; see [Moment] for its parts.
    ///
    /// @throws IllegalArgumentException if it is earlier than the one before, if it is the first
    ///   and no request that is sent, or if its block has a number beyond [#LAST_BLOCK]
    @SuppressWarnings("EnumOrdinal") // leaves this process by its name only
    public void add(Moment.Kind kind, long nanos, long firstByteAt, int block, int length) {
      if (at == row.length) {
        row = new long[ROW * NUMBERS];
        rows.add(row);
        at = 0;
      }
      if (nanos < latest
          || firstByteAt > nanos
          || block > LAST_BLOCK
          || (count == 0 && kind != Moment.Kind.SENT)) {
        throw refused(kind, nanos, firstByteAt, block);
      }
      row[at] = nanos;
      row[at + 1] = firstByteAt;
      row[at + 2] = (long) length << Integer.SIZE | (block + 1L) << KIND_BITS | kind.ordinal();
      at += NUMBERS;
      latest = nanos;
      count++;
    }

    /// Notes a moment, as above.
    public void add(Moment moment) {
      add(moment.kind(), moment.nanos(), moment.firstByteNanos(), moment.block(), moment.bytes());
    }

    private IllegalArgumentException refused(
        Moment.Kind kind, long nanos, long firstByteAt, int block) {
      if (count == 0 && kind != Moment.Kind.SENT) {
        return new IllegalArgumentException("a timeline begins with a request that is sent");
      }
      if (nanos < latest) {
        return new IllegalArgumentException(
            kind + " at " + nanos + " ns comes after something at " + latest);
      }
      return new IllegalArgumentException(
          firstByteAt > nanos
              ? kind + ": its first byte came at " + firstByteAt + " ns, its last at " + nanos
              : kind + " in block " + block + ", expected " + LAST_BLOCK + " at most");
    }

    /// What was noted so far; later moments do not enter it.
    ///
    /// @throws IllegalArgumentException if that is nothing
    public Timeline timeline() {
      if (count == 0) {
        throw new IllegalArgumentException("a timeline begins with a request that is sent");
      }
      return new Timeline(rows, count);
    }
  }
}
