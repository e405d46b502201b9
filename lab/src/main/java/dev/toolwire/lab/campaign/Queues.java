package dev.toolwire.lab.campaign;

import dev.toolwire.lab.campaign.Campaign.Lane;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is still to be begun, lane by lane. For one thread.
final class Queues<T> {

  /// A task and where it stands in the order of all.
  private record Placed<T>(int position, T task) {}

  private static final class Queue<T> {
    private final Deque<Placed<T>> waiting = new ArrayDeque<>();
    private final int places;
    private int underWay;

    Queue(int places) {
      this.places = places;
    }

    boolean hasNext() {
      return !waiting.isEmpty() && underWay < places;
    }
  }

  private final Function<T, Lane> lanes;
  private final Map<String, Queue<T>> queues = new LinkedHashMap<>();

  Queues(List<T> tasks, Function<T, Lane> lanes) {
    this.lanes = lanes;
    for (int i = 0; i < tasks.size(); i++) {
      Lane lane = lanes.apply(tasks.get(i));
      queues
          .computeIfAbsent(lane.name(), _ -> new Queue<>(lane.places()))
          .waiting
          .add(new Placed<>(i, tasks.get(i)));
    }
  }

  /// Takes the first task whose lane has a place; empty if there is none.
  Optional<T> next() {
    return queues.values().stream()
        .filter(Queue::hasNext)
        .min(Comparator.comparingInt(queue -> queue.waiting.getFirst().position()))
        .map(queue -> {
          queue.underWay++;
          return queue.waiting.removeFirst().task();
        });
  }

  /// Gives the place of a finished task back.
  void finished(T task) {
    Optional.ofNullable(queues.get(lanes.apply(task).name())).ifPresent(queue -> queue.underWay--);
  }
}
