package dev.toolwire.prompted;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;

/// A model that says what it is told to say, and remembers what it heard.
final class Heard implements Model {

  private record Answer(List<StreamEvent> events, Optional<ModelException> failure) {}

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<ModelRequest> requests = new ArrayList<>();

  Heard says(List<StreamEvent> events) {
    answers.add(new Answer(events, Optional.empty()));
    return this;
  }

  Heard says(String text) {
    return says(
        new Reply(List.of(new Text(text)), StopReason.Known.END_TURN, new Usage(10, 5)).events());
  }

  /// Says `events`, and breaks off.
  Heard fails(List<StreamEvent> events, ModelException failure) {
    answers.add(new Answer(events, Optional.of(failure)));
    return this;
  }

  @Override
  public ModelStream open(ModelRequest request) {
    requests.add(request);
    Answer answer = answers.remove();
    ModelStream events = ModelStream.of(answer.events(), () -> 1);
    return answer.failure().map(why -> breaking(events, why)).orElse(events);
  }

  private static ModelStream breaking(ModelStream events, ModelException why) {
    return new ModelStream() {
      @Override
      public Arrival next(Duration patience) {
        Arrival next = events.next(patience);
        if (next instanceof Arrival.End) {
          throw why;
        }
        return next;
      }

      @Override
      public void close() {}
    };
  }

  ModelRequest request() {
    return requests.getLast();
  }

  int asked() {
    return requests.size();
  }

  String system() {
    return request().system().stream().map(Heard::text).collect(Collectors.joining("\n---\n"));
  }

  private static String text(SystemBlock block) {
    return block instanceof Text(String text, _) ? text : "<" + block + ">";
  }

  /// The conversation as it was heard, a line with the role before each message.
  static String told(Conversation conversation) {
    return conversation.messages().stream().map(Heard::told).collect(Collectors.joining("\n"));
  }

  private static String told(Message message) {
    return message.content().stream()
        .map(block -> block instanceof Text(String text, _) ? text : "<" + block + ">")
        .collect(Collectors.joining("\n---\n", message.role() + ":\n", ""));
  }
}
