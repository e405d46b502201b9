package dev.toolwire.simulator;

import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.simulator.Pace.ToolInputArrival;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/// Plays a take: its events one after the other, each with its time. Nothing is made before it is
/// asked for, so a long answer takes no more memory than its text. For one thread at a time.
final class Performance implements Iterator<Moment> {

  /// What is still to be told: an event, or a text in deltas.
  private sealed interface Step {}

  private record Tell(StreamEvent event) implements Step {}

  /// A text to be told in deltas; if it is `held`, none is let out before the last is made.
  private record Deltas(String text, boolean held, BiFunction<Integer, String, StreamEvent> event)
      implements Step {}

  /// The end, whose figures are only known then.
  private record Figures() implements Step {}

  private final Take take;
  private final Pace pace;
  private final RandomGenerator random;
  private final Deque<Step> steps = new ArrayDeque<>();
  private int block = -1;
  private int position;
  private int together;
  private long due;

  Performance(Take take, RandomGenerator random) {
    this.take = take;
    this.pace = take.pace();
    this.random = random;
    this.due = pace.first().toNanos();
    steps.add(new Tell(new StreamEvent.MessageStart(Role.ASSISTANT)));
  }

  @Override
  public boolean hasNext() {
    return !steps.isEmpty();
  }

  @Override
  public Moment next() {
    if (steps.isEmpty()) {
      throw new NoSuchElementException("the performance is over");
    }
    StreamEvent event =
        switch (steps.getFirst()) {
          case Tell(StreamEvent told) -> {
            steps.removeFirst();
            yield told;
          }
          case Deltas deltas -> delta(deltas);
          case Figures() -> {
            steps.removeFirst();
            yield new StreamEvent.Metadata(take.usage(), Duration.ofNanos(due), JsonObject.EMPTY);
          }
        };
    Moment moment = new Moment.Tells(event, due);
    if (steps.isEmpty() && !(event instanceof StreamEvent.Metadata)) {
      nextBlock();
    }
    return moment;
  }

  private void nextBlock() {
    block++;
    if (block >= take.blocks().size()) {
      steps.add(new Tell(new StreamEvent.MessageStop(take.stop(), JsonObject.EMPTY)));
      steps.add(new Figures());
      return;
    }
    switch (take.blocks().get(block)) {
      case Take.Thought(String text, String signature) -> {
        text(text, StreamEvent.ReasoningDelta::new);
        if (!signature.isEmpty()) {
          steps.add(new Tell(new StreamEvent.SignatureDelta(block, signature)));
        }
      }
      case Take.Speech(String text) -> text(text, StreamEvent.TextDelta::new);
      case Take.Call call -> call(call);
    }
    steps.add(new Tell(new StreamEvent.ContentBlockStop(block)));
  }

  private void text(String text, BiFunction<Integer, String, StreamEvent> event) {
    if (!text.isEmpty()) {
      steps.add(new Deltas(text, false, event));
    }
  }

  /// As on the service, the first delta of an input is empty.
  private void call(Take.Call call) {
    steps.add(
        new Tell(
            new StreamEvent.ToolUseStart(
                block, new ToolUseId(call.id()), new ToolName(call.tool()), JsonObject.EMPTY)));
    steps.add(new Tell(new StreamEvent.ToolInputDelta(block, "")));
    ToolInputArrival arrival = call.eager() ? ToolInputArrival.STREAMED : pace.toolInput();
    List<String> pieces =
        switch (arrival) {
          case STREAMED, BUFFERED -> List.of(call.input());
          case BY_PARAMETER -> Parameters.of(call.input());
        };
    boolean held = arrival != ToolInputArrival.STREAMED;
    pieces.stream()
        .filter(piece -> !piece.isEmpty())
        .forEach(piece -> steps.add(new Deltas(piece, held, StreamEvent.ToolInputDelta::new)));
  }

  private StreamEvent delta(Deltas deltas) {
    String text = deltas.text();
    if (together == 0) {
      together = together(deltas);
      for (int i = 0; i < together; i++) {
        due += gap();
      }
    }
    together--;
    int end = position;
    for (int taken = 0; taken < pace.delta() && end < text.length(); taken++) {
      end += Character.charCount(text.codePointAt(end));
    }
    String piece = text.substring(position, end);
    position = end;
    if (end == text.length()) {
      steps.removeFirst();
      position = 0;
    }
    return deltas.event().apply(block, piece);
  }

  /// How many of the deltas that are left come at the same time.
  private int together(Deltas deltas) {
    String text = deltas.text();
    long burst = deltas.held() ? Integer.MAX_VALUE : pace.burst();
    long characters = Math.min(burst * pace.delta() * 2, text.length() - position);
    int left = text.codePointCount(position, position + (int) characters);
    return (int) Math.min(burst, Math.ceilDiv(left, pace.delta()));
  }

  private long gap() {
    long jitter = pace.jitter().toNanos();
    long every = pace.every().toNanos();
    return jitter == 0 ? every : every + random.nextLong(-jitter, jitter + 1);
  }
}
