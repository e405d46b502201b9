package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.BareAnswer;
import dev.toolwire.bench.loop.BareJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Anthropic Messages by hand.
final class BareMessages implements BareWire {

  private static final BareAnswer.Marks MARKS =
      new BareAnswer.Marks(
          "\"text_delta\",\"text\":\"", "\"partial_json\":\"", "\"name\":\"", "\"id\":\"");

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public String headers() {
    return "x-api-key: " + Wire.KEY + "\r\nanthropic-version: 2023-06-01\r\n";
  }

  @Override
  public void tool(String name, String says, String schema, StringBuilder out) {
    out.append("{\"name\":\"").append(name).append("\",\"description\":\"").append(says);
    out.append("\",\"input_schema\":").append(schema).append('}');
  }

  @Override
  public void options(String model, boolean streaming, StringBuilder out) {
    out.append(",\"max_tokens\":4096");
  }

  @Override
  public BareAnswer whole(String body) {
    BareAnswer answer = new BareAnswer();
    for (Object each : BareJson.member(BareJson.object(body), "content", List.class)) {
      Map<?, ?> block = (Map<?, ?>) each;
      if (BareJson.member(block, "type", String.class).equals("text")) {
        answer.text.append(BareJson.member(block, "text", String.class));
      } else {
        answer.calls.add(
            new BareAnswer.Call(
                BareJson.member(block, "id", String.class),
                BareJson.member(block, "name", String.class),
                BareAnswer.written(BareJson.member(block, "input", Map.class))));
      }
    }
    return answer;
  }

  @Override
  public BareAnswer streamed(BareEvents events) throws IOException {
    return BareAnswer.streamed(events, MARKS);
  }

  @Override
  public void append(BareAnswer answer, StringBuilder messages) {
    messages.append(",{\"role\":\"assistant\",\"content\":[");
    StringBuilder results = new StringBuilder(",{\"role\":\"user\",\"content\":[");
    if (!answer.text.isEmpty()) {
      messages.append("{\"type\":\"text\",\"text\":");
      BareJson.quote(answer.text.toString(), messages);
      messages.append("},");
    }
    String comma = "";
    for (BareAnswer.Call call : answer.calls) {
      messages.append(comma).append("{\"type\":\"tool_use\",\"id\":\"").append(call.id());
      messages.append("\",\"name\":\"").append(call.name()).append("\",\"input\":");
      messages.append(call.input()).append('}');
      results
          .append(comma)
          .append("{\"type\":\"tool_result\",\"tool_use_id\":\"")
          .append(call.id());
      results.append("\",\"content\":");
      BareJson.quote(call.run(), results);
      results.append('}');
      comma = ",";
    }
    messages.append("]}").append(results).append("]}");
  }
}
