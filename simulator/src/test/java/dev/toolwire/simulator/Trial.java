package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.loop.Clocks;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.RetryPolicy;
import dev.toolwire.provider.RetryingModel;
import dev.toolwire.provider.WireModel;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.wire.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Asks a model for the song of a station while something goes wrong, and goes on from there when
/// all is well again.
///
/// Whatever went wrong, [#run] holds it to this: the conversation is valid and can be continued, no
/// call ran twice, and no exchange was left open. Pauses between attempts pass on a virtual clock.
///
/// @param wire on which the model is asked
/// @param rules what goes wrong
record Trial(TestWire wire, String script, List<FaultRule> rules, Clocks clocks, CountedTool tool) {

  /// What the model answers, once asked and with a result; `FIRST` stands for its first answer.
  private static final String SCRIPT =
      """
      model: [test.radio, claude-sonnet-4*, anthropic.claude-sonnet-4*]
      turns:
        - when: { user: song }
          FIRST
        - when: { user: song, results: { tool: top_song, status: success } }
          say: They like that best which the chart puts on top.
        - when: { results: { tool: top_song, status: error, as: trouble } }
          say: "No chart: ${trouble}"
      """;

  private static final ModelRequest QUESTION =
      ModelRequest.to(new ModelId("test.radio"), Conversation.startingWith("Which song?"));

  /// How a trial went.
  ///
  /// @param requests how often the model was asked before the run ended
  /// @param runs how often the tool ran in all, after all was well again too
  record Result(Outcome outcome, List<LoopEvent> events, int requests, int runs) {

    /// The results that the model was shown, as text.
    String toolResults() {
      return outcome.conversation().messages().stream()
          .flatMap(message -> message.toolResults().stream())
          .toList()
          .toString();
    }

    <E extends LoopEvent> List<E> events(Class<E> kind) {
      return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  static Trial with(String... rules) {
    return calling("call: { tool: top_song, input: { sign: WZPZ } }", rules);
  }

  /// A trial in which the model's first answer is another.
  static Trial calling(String turn, String... rules) {
    return new Trial(
        TestWire.CONVERSE,
        SCRIPT.replace("FIRST", turn),
        List.of(rules).stream().map(FaultRule::parse).toList(),
        Clocks.DEFAULTS,
        CountedTool.of(Caller.TOP_SONG));
  }

  Trial on(TestWire other) {
    return new Trial(other, script, rules, clocks, tool);
  }

  Trial clocks(Clocks times) {
    return new Trial(wire, script, rules, times, tool);
  }

  Trial tool(CountedTool other) {
    return new Trial(wire, script, rules, clocks, other);
  }

  /// This trial with a tool whose input is wanted as it is generated.
  Trial eager() {
    ToolSpec spec = tool.spec();
    return tool(
        new CountedTool(
            new ToolSpec(spec.name(), spec.description(), spec.inputSchema(), spec.strict(), true),
            tool.traits(),
            tool.work(),
            tool.runs()));
  }

  /// The same trial with a tool that has not run.
  Trial fresh() {
    return tool(CountedTool.of(Caller.TOP_SONG));
  }

  /// Runs in memory.
  Result run() {
    return run(simulator().transport(), wire.endpoint());
  }

  /// Runs over HTTP/1.1.
  Result runOverHttp() {
    try (SimulatorServer server = SimulatorServer.start(simulator(), 0);
        HttpTransport http = HttpTransport.create()) {
      return run(http, wire.endpoint(server.baseUri()));
    }
  }

  /// Runs over HTTP/1.1 against a port where nobody listens.
  Result runRefused() {
    SimulatorServer server = SimulatorServer.start(simulator(), 0);
    URI nobody = server.baseUri();
    server.close();
    try (HttpTransport http = HttpTransport.create()) {
      return run(http, wire.endpoint(nobody));
    }
  }

  private Simulator simulator() {
    return Simulator.builder()
        .scripts(Script.read("trial", script))
        .faults(rules.toArray(FaultRule[]::new))
        .build();
  }

  private Result run(Transport transport, URI endpoint) {
    WatchedTransport watched = new WatchedTransport(transport);
    ToolLoop loop =
        ToolLoop.with(model(wire, watched, endpoint)).tools(ToolSet.of(tool)).clocks(clocks);
    List<LoopEvent> events = new ArrayList<>();
    try (Run run = loop.start(question())) {
      run.forEach(events::add);
      Outcome outcome = run.outcome();
      int requests = watched.opened().get();
      assertThat(watched.open()).as("exchanges left open").isEmpty();
      requireSound(wire, outcome, CountedTool.of(Caller.TOP_SONG).counting(tool.runs()));
      return new Result(outcome, events, requests, tool.runs().size());
    }
  }

  /// Only Claude is asked for eager inputs.
  private ModelRequest question() {
    return tool.spec().eagerInput()
        ? ModelRequest.to(new ModelId(wire.claude()), QUESTION.conversation())
        : QUESTION;
  }

  /// Requires that `outcome` leaves a conversation that can go on, with no call run twice.
  static void requireSound(TestWire wire, Outcome outcome, CountedTool... tools) {
    Conversation left = outcome.conversation();
    assertThat(Conversation.of(left.messages())).isEqualTo(left);
    assertThat(goOn(wire, outcome, tools)).isInstanceOf(Outcome.Answered.class);
    for (CountedTool tool : tools) {
      assertThat(tool.runs().values()).as("runs of each call").allMatch(count -> count == 1);
    }
  }

  private static Outcome goOn(TestWire wire, Outcome outcome, CountedTool... tools) {
    Simulator well =
        Simulator.builder()
            .seed(2)
            .scripts(Script.read("well", Trial.with().script()))
            .scripts(Script.builtIn())
            .build();
    ToolLoop loop =
        ToolLoop.with(model(wire, well.transport(), wire.endpoint())).tools(ToolSet.of(tools));
    if (outcome.conversation().awaitsModel()) {
      try (Run run = loop.resume(outcome.state(), Map.of())) {
        return run.outcome();
      }
    }
    ModelRequest request = outcome.state().request();
    return loop.run(request.withConversation(request.conversation().say("Thank you.")));
  }

  static Model model(TestWire wire, Transport transport, URI endpoint) {
    VirtualClock pauses = new VirtualClock();
    return new RetryingModel(
        new WireModel(
            wire.codec(),
            transport,
            endpoint,
            ModelCatalogue.builtIn(),
            wire.route(),
            LossPolicy.log()),
        RetryPolicy.DEFAULTS,
        new SplittableRandom(1),
        pauses,
        nanos -> pauses.advance(Duration.ofNanos(nanos)));
  }
}
