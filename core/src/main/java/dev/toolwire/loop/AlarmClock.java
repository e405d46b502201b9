package dev.toolwire.loop;

import dev.toolwire.model.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One sleeping thread for the alarms of all runs.
///
/// Nearly every alarm is called off long before it is due. So arming one wakes the thread only if
/// it would otherwise oversleep, and calling one off never does.
final class AlarmClock implements Alarms {

  static final Alarms SYSTEM = new AlarmClock(Ticker.SYSTEM);

  /// Longer than any process lives, short enough to add to a time.
  private static final long NEVER = Long.MAX_VALUE / 4;

  private final Ticker ticker;
  private final long origin;
  private final TreeSet<Entry> entries = new TreeSet<>();
  private long number;
  private long wakeAt = NEVER;
  private @Nullable Thread sleeper;

  AlarmClock(Ticker ticker) {
    this.ticker = ticker;
    this.origin = ticker.nanos();
  }

  private final class Entry implements Alarm, Comparable<Entry> {
    private final long due;
    private final long number;
    private final Runnable action;

    private Entry(long due, long number, Runnable action) {
      this.due = due;
      this.number = number;
      this.action = action;
    }

    /// The next one first.
    @Override
    public int compareTo(Entry other) {
      return due == other.due ? Long.compare(number, other.number) : Long.compare(due, other.due);
    }

    @Override
    public void cancel() {
      synchronized (entries) {
        entries.remove(this);
      }
    }
  }

  @Override
  public Alarm in(long nanos, Runnable action) {
    synchronized (entries) {
      Entry entry = new Entry(now() + Math.min(nanos, NEVER), number++, action);
      entries.add(entry);
      if (entry.due < wakeAt) {
        wakeAt = entry.due;
        wake();
      }
      return entry;
    }
  }

  private long now() {
    return ticker.nanos() - origin;
  }

  private void wake() {
    if (sleeper == null) {
      sleeper = Thread.ofPlatform().daemon().name("toolwire-alarms").start(this::ring);
    } else {
      entries.notifyAll();
    }
  }

  private void ring() {
    while (true) {
      try {
        awaitDue().forEach(entry -> entry.action.run());
      } catch (InterruptedException _) {
        // Nobody has a reason to interrupt this thread, and others rely on it.
      }
    }
  }

  private List<Entry> awaitDue() throws InterruptedException {
    synchronized (entries) {
      while (true) {
        long now = now();
        List<Entry> due = new ArrayList<>();
        while (!entries.isEmpty() && entries.first().due <= now) {
          due.add(entries.pollFirst());
        }
        wakeAt = entries.isEmpty() ? NEVER : entries.first().due;
        if (!due.isEmpty()) {
          return due;
        }
        entries.wait(Math.max(1, (wakeAt - now) / 1_000_000));
      }
    }
  }
}
