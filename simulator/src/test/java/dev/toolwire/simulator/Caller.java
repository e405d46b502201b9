package dev.toolwire.simulator;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Exchange.Read;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Asks a simulator over its real wire, and runs the tools that it calls.
record Caller(TestWire wire, Transport transport, UnaryOperator<WireRequest> onTheWay) {

  static final String PEPPERS =
      "Count the number of Ps and the number of Es in \"Peter piper picked a peck of pickled"
          + " peppers\" and then multiply the numbers together.";

  static final Duration PATIENCE = Duration.ofMinutes(10);

  /// What a tool does with its input.
  record TestTool(ToolSpec spec, Function<JsonObject, ToolOutcome> work) {}

  sealed interface ToolOutcome {}

  record Works(JsonObject value) implements ToolOutcome {}

  record Fails(String words) implements ToolOutcome {}

  static Caller of(Simulator simulator) {
    return over(TestWire.CONVERSE, simulator);
  }

  static Caller over(TestWire wire, Simulator simulator) {
    return new Caller(wire, simulator.transport(), request -> request);
  }

  Caller withHeader(String name, String value) {
    return new Caller(
        wire, transport, request -> request.withHeaders(request.headers().with(name, value)));
  }

  static ModelRequest question(String model, String text, TestTool... tools) {
    return ModelRequest.to(new ModelId(model), Conversation.startingWith(text))
        .withTools(List.of(tools).stream().map(TestTool::spec).toList());
  }

  /// Every reply until the model calls no more tools.
  List<Reply> converse(ModelRequest request, TestTool... tools) {
    List<Reply> replies = new ArrayList<>();
    Conversation conversation = request.conversation();
    for (int round = 0; round < 10; round++) {
      Reply reply = ask(request.withConversation(conversation));
      replies.add(reply);
      if (reply.toolUses().isEmpty()) {
        return replies;
      }
      List<ToolResult> results = reply.toolUses().stream().map(call -> run(call, tools)).toList();
      conversation = conversation.exchange(new Message(Role.ASSISTANT, reply.content()), results);
    }
    return replies;
  }

  private static ToolResult run(ToolUse call, TestTool... tools) {
    JsonObject input =
        call.input() instanceof dev.toolwire.conversation.ToolInput.Parsed(JsonObject value)
            ? value
            : JsonObject.EMPTY;
    for (TestTool tool : tools) {
      if (tool.spec().name().equals(call.name())) {
        return switch (tool.work().apply(input)) {
          case Works(JsonObject value) ->
              ToolResult.success(call.id(), new dev.toolwire.conversation.Json(value));
          case Fails(String words) -> ToolResult.error(call.id(), words);
        };
      }
    }
    return ToolResult.error(call.id(), "there is no tool " + call.name());
  }

  Reply ask(ModelRequest request) {
    return request.streaming() ? Reply.of(events(request)) : whole(request);
  }

  private Reply whole(ModelRequest request) {
    Exchange exchange = open(request);
    Exchange.Head head = head(exchange);
    return wire.codec().reply(succeeded(head, exchange).readBody(PATIENCE, 10_000_000));
  }

  List<StreamEvent> events(ModelRequest request) {
    return arrivals(request).stream().map(Arrival.Event::event).toList();
  }

  List<Arrival.Event> arrivals(ModelRequest request) {
    try (Exchange exchange = open(request)) {
      Exchange.Head head = head(exchange);
      succeeded(head, exchange);
      List<Arrival.Event> arrivals = new ArrayList<>();
      StreamDecoder decoder = wire.codec().stream();
      for (Read read = exchange.read(PATIENCE); ; read = exchange.read(PATIENCE)) {
        if (read instanceof Chunk chunk) {
          decoder.feed(chunk);
          while (decoder.next() instanceof Arrival.Event event) {
            arrivals.add(event);
          }
        } else if (read instanceof Exchange.End) {
          decoder.end();
          return arrivals;
        } else {
          throw new AssertionError("expected a chunk or the end, got " + read);
        }
      }
    }
  }

  private Exchange succeeded(Exchange.Head head, Exchange exchange) {
    if (!head.isSuccess()) {
      throw wire.codec().error(head.status(), head.headers(), exchange.readBody(PATIENCE, 100_000));
    }
    return exchange;
  }

  private static Exchange.Head head(Exchange exchange) {
    if (exchange.read(PATIENCE) instanceof Exchange.Head head) {
      return head;
    }
    throw new AssertionError("expected the head of a response");
  }

  Exchange open(ModelRequest request) {
    return transport.open(onTheWay.apply(wire.request(request)));
  }

  /// The bytes of an answer's body.
  static byte[] bytes(Exchange exchange) {
    head(exchange);
    return exchange.readBody(PATIENCE, 10_000_000);
  }

  static final TestTool COUNT_LETTERS =
      tool(
          "CountLettersTool",
          Map.of("word", "string", "letter", "string"),
          input -> {
            String letter = input.text("letter").orElseThrow().toLowerCase(java.util.Locale.ROOT);
            String word = input.text("word").orElseThrow().toLowerCase(java.util.Locale.ROOT);
            return new Works(
                JsonObject.of("count", word.chars().filter(c -> c == letter.charAt(0)).count()));
          });

  static final TestTool CALCULATOR =
      tool(
          "CalculatorTool",
          Map.of("expr", "string"),
          input ->
              input.text("expr").orElseThrow().replace(" ", "").equals("9*8")
                  ? new Works(JsonObject.of("result", 72))
                  : new Fails("not an expression"));

  static final TestTool TOP_SONG =
      tool(
          "top_song",
          Map.of("sign", "string"),
          input ->
              input.text("sign").orElseThrow().equals("WZPZ")
                  ? new Works(
                      JsonObject.of("song", "Elemental Hotel").with("artist", "8 Storey Hike"))
                  : new Fails("station not found"));

  static final TestTool FS_WRITE =
      tool(
          "fs_write",
          Map.of("command", "string", "path", "string", "file_text", "string"),
          _ -> new Works(JsonObject.of("result", "written")));

  private static TestTool tool(
      String name, Map<String, String> parameters, Function<JsonObject, ToolOutcome> work) {
    JsonObject properties = JsonObject.EMPTY;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      properties = properties.with(parameter.getKey(), JsonObject.of("type", parameter.getValue()));
    }
    JsonObject schema =
        JsonObject.of("type", "object")
            .with("properties", properties)
            .with("required", List.copyOf(parameters.keySet()));
    return new TestTool(new ToolSpec(name, "A tool for tests.", schema), work);
  }
}
