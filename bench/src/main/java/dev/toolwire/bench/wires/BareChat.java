package dev.toolwire.bench.wires;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.loop.BareAnswer;
import dev.toolwire.bench.loop.BareJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// OpenAI Chat Completions by hand.
final class BareChat implements BareWire {

  private static final byte[] TEXT = "\"content\":\"".getBytes(US_ASCII);
  private static final byte[] ARGUMENTS = "\"arguments\":\"".getBytes(US_ASCII);
  private static final byte[] NAME = "\"name\":\"".getBytes(US_ASCII);
  private static final byte[] ID = ",\"id\":\"".getBytes(US_ASCII);

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public String headers() {
    return "Authorization: Bearer " + Wire.KEY + "\r\n";
  }

  @Override
  public void tool(String name, String says, String schema, StringBuilder out) {
    out.append("{\"type\":\"function\",\"function\":{\"name\":\"").append(name);
    out.append("\",\"description\":\"").append(says);
    out.append("\",\"parameters\":").append(schema).append("}}");
  }

  @Override
  public void options(String model, boolean streaming, StringBuilder out) {
    out.append(streaming ? ",\"stream_options\":{\"include_usage\":true}" : "");
  }

  @Override
  public BareAnswer whole(String body) {
    BareAnswer answer = new BareAnswer();
    Map<?, ?> choice =
        (Map<?, ?>) BareJson.member(BareJson.object(body), "choices", List.class).getFirst();
    Map<?, ?> message = BareJson.member(choice, "message", Map.class);
    if (message.get("content") instanceof String text) {
      answer.text.append(text);
    }
    if (message.get("tool_calls") instanceof List<?> calls) {
      for (Object call : calls) {
        Map<?, ?> function = BareJson.member((Map<?, ?>) call, "function", Map.class);
        answer.calls.add(
            new BareAnswer.Call(
                BareJson.member((Map<?, ?>) call, "id", String.class),
                BareJson.member(function, "name", String.class),
                BareJson.member(function, "arguments", String.class)));
      }
    }
    return answer;
  }

  /// A call begins with a chunk whose arguments are empty, and ends where the next begins.
  @Override
  public BareAnswer streamed(BareEvents events) throws IOException {
    BareAnswer answer = new BareAnswer();
    StringBuilder id = new StringBuilder();
    StringBuilder name = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    while (events.next()) {
      int before = arguments.length();
      if (events.appendString(ARGUMENTS, arguments)) {
        if (arguments.length() == before) {
          add(answer, id, name, arguments);
          events.appendString(NAME, name);
          events.appendString(ID, id);
        }
      } else {
        events.appendString(TEXT, answer.text);
      }
    }
    add(answer, id, name, arguments);
    return answer;
  }

  private static void add(
      BareAnswer answer, StringBuilder id, StringBuilder name, StringBuilder arguments) {
    if (!id.isEmpty()) {
      answer.calls.add(new BareAnswer.Call(id.toString(), name.toString(), arguments.toString()));
      id.setLength(0);
      name.setLength(0);
      arguments.setLength(0);
    }
  }

  @Override
  public void append(BareAnswer answer, StringBuilder messages) {
    messages.append(",{\"role\":\"assistant\",\"content\":");
    BareJson.quote(answer.text.toString(), messages);
    messages.append(",\"tool_calls\":[");
    StringBuilder results = new StringBuilder();
    String comma = "";
    for (BareAnswer.Call call : answer.calls) {
      messages.append(comma).append("{\"type\":\"function\",\"id\":\"").append(call.id());
      messages.append("\",\"function\":{\"name\":\"").append(call.name());
      messages.append("\",\"arguments\":");
      BareJson.quote(call.input(), messages);
      messages.append("}}");
      results.append(",{\"role\":\"tool\",\"tool_call_id\":\"").append(call.id());
      results.append("\",\"content\":");
      BareJson.quote(call.run(), results);
      results.append('}');
      comma = ",";
    }
    messages.append("]}").append(results);
  }
}
