package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolwire.bench.harness.PlainConnection;
import dev.toolwire.bench.harness.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// What a careful person writes in an afternoon for this one conversation: a socket, HTTP/1.1 and
/// JSON by hand, no checks that the conversation does not need, tools run where they stand.
final class SocketLoop implements LoopContender {

  private final PlainConnection connection;
  private final byte[] body = new byte[8192];

  SocketLoop(int port) throws IOException {
    this.connection = PlainConnection.open(Target.plain(port));
  }

  @Override
  public String ask(String model, boolean streaming) throws IOException {
    StringBuilder messages = new StringBuilder("{\"messages\":[{\"role\":\"user\",\"content\":[{");
    messages.append("\"text\":");
    BareJson.quote(Peppers.QUESTION, messages);
    messages.append("}]}");
    String tools = tools(model);
    while (true) {
      BareAnswer answer = exchange(model, streaming, messages + tools);
      if (answer.calls.isEmpty()) {
        return answer.text.toString();
      }
      append(answer, messages);
    }
  }

  private static String tools(String model) {
    StringBuilder out = new StringBuilder("],\"toolConfig\":{\"tools\":[");
    if (model.equals(Peppers.LONG_INPUT_MODEL)) {
      tool(Peppers.WRITE, Peppers.WRITE_SAYS, Peppers.WRITE_SCHEMA, out);
    } else {
      tool(Peppers.COUNT, Peppers.COUNT_SAYS, Peppers.COUNT_SCHEMA, out);
      out.append(',');
      tool(Peppers.MULTIPLY, Peppers.MULTIPLY_SAYS, Peppers.MULTIPLY_SCHEMA, out);
    }
    return out.append("]}}").toString();
  }

  private static void tool(String name, String says, String schema, StringBuilder out) {
    out.append("{\"toolSpec\":{\"name\":\"").append(name).append("\",\"description\":\"");
    out.append(says).append("\",\"inputSchema\":{\"json\":").append(schema).append("}}}");
  }

  private BareAnswer exchange(String model, boolean streaming, String json) throws IOException {
    byte[] content = json.getBytes(UTF_8);
    String head =
        "POST /model/"
            + model.replace(":", "%3A")
            + (streaming ? "/converse-stream" : "/converse")
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer key\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + content.length);
    request.writeBytes(head.getBytes(US_ASCII));
    request.writeBytes(content);
    connection.send(request.toByteArray());
    int status = connection.readHead();
    if (status != 200) {
      throw new IOException("HTTP " + status);
    }
    return streaming
        ? BareAnswer.streamed(new BareFrames(connection::readBody))
        : BareAnswer.whole(whole());
  }

  private String whole() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int n = connection.readBody(body, 0, body.length);
        n >= 0;
        n = connection.readBody(body, 0, body.length)) {
      all.write(body, 0, n);
    }
    return all.toString(UTF_8);
  }

  private static void append(BareAnswer answer, StringBuilder messages) {
    messages.append(",{\"role\":\"assistant\",\"content\":[");
    StringBuilder results = new StringBuilder(",{\"role\":\"user\",\"content\":[");
    if (!answer.text.isEmpty()) {
      messages.append("{\"text\":");
      BareJson.quote(answer.text.toString(), messages);
      messages.append("},");
    }
    String comma = "";
    for (BareAnswer.Call call : answer.calls) {
      messages.append(comma).append("{\"toolUse\":{\"toolUseId\":\"").append(call.id());
      messages.append("\",\"name\":\"").append(call.name()).append("\",\"input\":");
      messages.append(call.input()).append("}}");
      results.append(comma).append("{\"toolResult\":{\"toolUseId\":\"").append(call.id());
      results.append("\",\"content\":[{\"text\":");
      BareJson.quote(run(call.name(), BareJson.object(call.input())), results);
      results.append("}]}}");
      comma = ",";
    }
    messages.append("]}").append(results).append("]}");
  }

  private static String run(String name, Map<?, ?> input) {
    return switch (name) {
      case Peppers.COUNT ->
          ""
              + Peppers.count(
                  BareJson.member(input, "word", String.class),
                  BareJson.member(input, "letter", String.class));
      case Peppers.MULTIPLY -> "" + Peppers.multiply(BareJson.member(input, "expr", String.class));
      case Peppers.WRITE -> Peppers.write(BareJson.member(input, "content", String.class));
      default -> "no such tool";
    };
  }

  @Override
  public void close() {
    connection.close();
  }
}
