package dev.toolwire.bench.loop;

import java.io.IOException;

/// What a careful person writes in an afternoon for this one conversation: a socket, HTTP/1.1 and
/// JSON by hand, no checks that the conversation does not need, tools run where they stand.
final class SocketLoop implements LoopContender {

  private final BareHttp http;

  SocketLoop(int port) throws IOException {
    this.http = new BareHttp(port);
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
    http.post(
        "/model/" + model.replace(":", "%3A") + (streaming ? "/converse-stream" : "/converse"),
        "Authorization: Bearer key\r\n",
        json);
    return streaming
        ? BareAnswer.streamed(new BareFrames(http::read))
        : BareAnswer.whole(http.text());
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
      BareJson.quote(call.run(), results);
      results.append("}]}}");
      comma = ",";
    }
    messages.append("]}").append(results).append("]}");
  }

  @Override
  public void close() {
    http.close();
  }
}
