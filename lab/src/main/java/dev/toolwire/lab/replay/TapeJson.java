package dev.toolwire.lab.replay;

import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonText;
import dev.toolwire.wire.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tapes as lines of JSON. A piece of a body is a text if it is one, else Base64.
///
/// ```
/// {"run":"peppers/gpt-4o/1","began":"2026-11-21T10:00:00Z","exchanges":[
///   {"at":1200,"request":{"method":"POST","path":"/v1/chat/completions","headers":{},"body":{…}},
///    "status":200,"headers":["content-type","text/event-stream"],"head":412000000,
///    "pieces":[{"at":412300000,"text":"data: {…}\n\n"}],"complete":true}],
///  "tools":{"call_1":52000}}
/// ```
final class TapeJson {

  private TapeJson() {}

  static String write(Tape tape) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("run", tape.run()).put("began", tape.began().toString());
    ArrayNode exchanges = line.putArray("exchanges");
    tape.exchanges().forEach(exchange -> write(exchange, exchanges.addObject()));
    ObjectNode tools = line.putObject("tools");
    new TreeMap<>(byText(tape.tools())).forEach((id, time) -> tools.put(id, time.toNanos()));
    return line.toString();
  }

  private static Map<String, Duration> byText(Map<ToolUseId, Duration> tools) {
    Map<String, Duration> byText = new HashMap<>();
    tools.forEach((id, time) -> byText.put(id.value(), time));
    return byText;
  }

  private static void write(TapedExchange exchange, ObjectNode out) {
    out.put("at", exchange.openedNanos());
    TapedRequest request = exchange.request();
    ObjectNode asked = out.putObject("request");
    asked.put("method", request.method()).put("path", request.path());
    ObjectNode wishes = asked.putObject("headers");
    request.headers().forEach(wishes::put);
    asked.set("body", request.body());
    out.put("status", exchange.status());
    ArrayNode headers = out.putArray("headers");
    exchange.headers().forEach((name, value) -> headers.add(name).add(value));
    out.put("head", exchange.headNanos());
    ArrayNode pieces = out.putArray("pieces");
    exchange.pieces().forEach(piece -> write(piece, pieces.addObject()));
    switch (exchange.ending()) {
      case TapedExchange.Complete() -> out.put("complete", true);
      case TapedExchange.Left() -> out.put("complete", false);
      case TapedExchange.Broken(long at, String why) ->
          out.putObject("broken").put("at", at).put("why", why);
    }
  }

  private static void write(TapedExchange.Piece piece, ObjectNode out) {
    out.put("at", piece.nanos());
    try {
      out.put(
          "text",
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(piece.bytes())).toString());
    } catch (CharacterCodingException binary) {
      out.put("base64", Base64.getEncoder().encodeToString(piece.bytes()));
    }
  }

  static Tape read(String text) {
    try {
      JsonNode line = JsonText.read(text);
      List<TapedExchange> exchanges = new ArrayList<>();
      need(line, "exchanges").forEach(exchange -> exchanges.add(exchange(exchange)));
      Map<ToolUseId, Duration> tools = new HashMap<>();
      need(line, "tools")
          .forEachEntry(
              (id, nanos) -> tools.put(new ToolUseId(id), Duration.ofNanos(nanos.longValue())));
      Instant began = Instant.parse(need(line, "began").asString());
      return new Tape(need(line, "run").asString(), began, exchanges, tools);
    } catch (JacksonException | DateTimeException wrong) {
      throw new IllegalArgumentException("no line of a tape: " + wrong.getMessage(), wrong);
    }
  }

  private static TapedExchange exchange(JsonNode in) {
    JsonNode asked = need(in, "request");
    SortedMap<String, String> wishes = new TreeMap<>();
    need(asked, "headers").forEachEntry((name, value) -> wishes.put(name, value.asString()));
    TapedRequest request =
        new TapedRequest(
            need(asked, "method").asString(),
            need(asked, "path").asString(),
            wishes,
            need(asked, "body"));
    List<TapedExchange.Piece> pieces = new ArrayList<>();
    need(in, "pieces").forEach(piece -> pieces.add(piece(piece)));
    return new TapedExchange(
        need(in, "at").asLong(),
        request,
        need(in, "status").asInt(),
        headers(need(in, "headers")),
        need(in, "head").asLong(),
        pieces,
        ending(in));
  }

  private static Headers headers(JsonNode in) {
    return Headers.of(in.valueStream().map(JsonNode::asString).toArray(String[]::new));
  }

  private static TapedExchange.Piece piece(JsonNode in) {
    byte[] bytes =
        in.has("text")
            ? in.get("text").asString().getBytes(StandardCharsets.UTF_8)
            : Base64.getDecoder().decode(need(in, "base64").asString());
    return new TapedExchange.Piece(need(in, "at").asLong(), bytes);
  }

  private static TapedExchange.Ending ending(JsonNode in) {
    if (in.has("broken")) {
      JsonNode broken = in.get("broken");
      return new TapedExchange.Broken(need(broken, "at").asLong(), need(broken, "why").asString());
    }
    return need(in, "complete").asBoolean() ? TapedExchange.COMPLETE : TapedExchange.LEFT;
  }

  private static JsonNode need(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no line of a tape: there is no \"" + name + "\"");
    }
    return value;
  }
}
