package dev.toolwire.loop;

import dev.toolwire.conversation.Role;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A model that says what it is told to, one script for each request, in virtual time.
final class ScriptedModel implements Model {

  /// What a stream does next.
  sealed interface Cue {

    record Say(StreamEvent event) implements Cue {}

    record Wait(Duration time) implements Cue {}

    record Break(ModelException failure) implements Cue {}

    record Do(Runnable action) implements Cue {}
  }

  private final VirtualTime time;
  private final Deque<List<Cue>> scripts = new ArrayDeque<>();
  private final List<ModelRequest> requests = new ArrayList<>();
  private int openStreams;

  ScriptedModel(VirtualTime time) {
    this.time = time;
  }

  ScriptedModel then(Reply reply) {
    return then(says(reply.events()));
  }

  ScriptedModel then(List<Cue> cues) {
    scripts.add(cues);
    return this;
  }

  static List<Cue> says(List<StreamEvent> events) {
    return events.stream().<Cue>map(Cue.Say::new).toList();
  }

  static StreamEvent start() {
    return new StreamEvent.MessageStart(Role.ASSISTANT);
  }

  List<ModelRequest> requests() {
    return requests;
  }

  int openStreams() {
    return openStreams;
  }

  @Override
  public ModelStream open(ModelRequest request) {
    requests.add(request);
    if (scripts.isEmpty()) {
      throw new AssertionError("request " + requests.size() + " has no script");
    }
    openStreams++;
    return new Stream(new ArrayDeque<>(scripts.remove()));
  }

  private final class Stream implements ModelStream {

    private final Deque<Cue> cues;
    private volatile boolean closed;

    private Stream(Deque<Cue> cues) {
      this.cues = cues;
    }

    @Override
    public Arrival next(Duration patience) {
      while (!closed) {
        switch (cues.poll()) {
          case null -> {
            return Arrival.END;
          }
          case Cue.Say(StreamEvent event) -> {
            return new Arrival.Event(event, time.nanos(), time.nanos());
          }
          case Cue.Break(ModelException failure) -> throw failure;
          case Cue.Do(Runnable action) -> action.run();
          case Cue.Wait(Duration wait) -> {
            if (wait.compareTo(patience) > 0) {
              cues.push(new Cue.Wait(wait.minus(patience)));
              time.pass(patience);
              return Arrival.NOTHING;
            }
            time.pass(wait);
            patience = patience.minus(wait);
          }
        }
      }
      throw new TransportException("the stream was closed while somebody waited for it");
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openStreams--;
      }
    }
  }
}
