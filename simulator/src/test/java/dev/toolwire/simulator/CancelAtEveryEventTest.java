package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.wire.Transport;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CancelAtEveryEventTest {

  private static final List<String> QUESTIONS =
      List.of("What is the most popular song on WZPZ?", Caller.PEPPERS);

  @FaultRow("cancel at every event")
  void aRunClosedAfterAnyEventLeavesAValidConversation(TestWire wire) {
    for (String question : QUESTIONS) {
      Simulator simulator = Simulator.withBuiltInScripts();
      assertCancelsAnywhere(wire, question, simulator.transport(), wire.endpoint());
      try (SimulatorServer server = SimulatorServer.start(simulator, 0);
          HttpTransport http = HttpTransport.create()) {
        assertCancelsAnywhere(wire, question, http, wire.endpoint(server.baseUri()));
      }
    }
  }

  private static void assertCancelsAnywhere(
      TestWire wire, String question, Transport transport, URI endpoint) {
    int after = 0;
    while (cancelled(wire, question, after, transport, endpoint)) {
      after++;
    }
    assertThat(after).as("events of a whole run").isGreaterThan(20);
  }

  /// Closes a run after so many events; tells whether it was not over by then.
  private static boolean cancelled(
      TestWire wire, String question, int after, Transport transport, URI endpoint) {
    CountedTool[] tools =
        Stream.of(Caller.COUNT_LETTERS, Caller.CALCULATOR, Caller.TOP_SONG)
            .map(CountedTool::of)
            .toArray(CountedTool[]::new);
    WatchedTransport watched = new WatchedTransport(transport);
    ToolLoop loop = ToolLoop.with(Trial.model(wire, watched, endpoint)).tools(ToolSet.of(tools));
    Run run = loop.start(request(question));
    Iterator<LoopEvent> events = run.iterator();
    for (int i = 0; i < after && events.hasNext(); i++) {
      events.next();
    }
    run.close();
    Outcome outcome = run.outcome();
    assertThat(watched.open()).as("exchanges left open after event " + after).isEmpty();
    Trial.requireSound(wire, outcome, tools);
    boolean cancelled = outcome instanceof Outcome.Cancelled;
    assertThat(cancelled || outcome instanceof Outcome.Answered).isTrue();
    return cancelled;
  }

  private static ModelRequest request(String question) {
    return ModelRequest.to(
        new ModelId(Simulator.DEFAULT_MODEL), Conversation.startingWith(question));
  }
}
