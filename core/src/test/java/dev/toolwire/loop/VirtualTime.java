package dev.toolwire.loop;

import dev.toolwire.model.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Time that passes only when a test says so, and the alarms that ring in it.
final class VirtualTime implements Ticker, Alarms {

  private record Bell(long due, Runnable action) {}

  private final List<Bell> bells = new ArrayList<>();
  private long now = 1_000_000;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Alarm in(long nanos, Runnable action) {
    Bell bell = new Bell(now + Math.min(nanos, Long.MAX_VALUE / 2), action);
    bells.add(bell);
    return () -> callOff(bell);
  }

  private synchronized void callOff(Bell bell) {
    bells.removeIf(armed -> armed.equals(bell));
  }

  /// Lets time pass and rings what is due.
  void pass(Duration time) {
    due(time).forEach(Runnable::run);
  }

  private synchronized List<Runnable> due(Duration time) {
    now += time.toNanos();
    List<Runnable> due =
        bells.stream().filter(bell -> bell.due() <= now).map(Bell::action).toList();
    bells.removeIf(bell -> bell.due() <= now);
    return due;
  }

  /// How many alarms are armed.
  synchronized int armed() {
    return bells.size();
  }
}
