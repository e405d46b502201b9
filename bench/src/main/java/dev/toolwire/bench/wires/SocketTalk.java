package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.BareAnswer;
import dev.toolwire.bench.loop.BareHttp;
import dev.toolwire.bench.loop.BareJson;
import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.Peppers;
import java.io.IOException;

/// What a careful person writes in an afternoon for this one conversation, as over Converse.
final class SocketTalk implements LoopContender {

  private final BareHttp http;
  private final BareWire wire;

  SocketTalk(int port, BareWire wire) throws IOException {
    this.http = new BareHttp(port);
    this.wire = wire;
  }

  @Override
  public String ask(String model, boolean streaming) throws IOException {
    StringBuilder messages = new StringBuilder("{\"messages\":[{\"role\":\"user\",\"content\":");
    BareJson.quote(Peppers.QUESTION, messages);
    messages.append('}');
    String rest = rest(model, streaming);
    while (true) {
      http.post(wire.path(), wire.headers(), messages + rest);
      BareAnswer answer =
          streaming ? wire.streamed(new BareEvents(http::read)) : wire.whole(http.text());
      if (answer.calls.isEmpty()) {
        return answer.text.toString();
      }
      wire.append(answer, messages);
    }
  }

  private String rest(String model, boolean streaming) {
    StringBuilder out = new StringBuilder("],\"tools\":[");
    if (model.equals(Wire.MESSAGES.longInputModel()) || model.equals(Wire.CHAT.longInputModel())) {
      wire.tool(Peppers.WRITE, Peppers.WRITE_SAYS, Peppers.WRITE_SCHEMA, out);
    } else {
      wire.tool(Peppers.COUNT, Peppers.COUNT_SAYS, Peppers.COUNT_SCHEMA, out);
      out.append(',');
      wire.tool(Peppers.MULTIPLY, Peppers.MULTIPLY_SAYS, Peppers.MULTIPLY_SCHEMA, out);
    }
    out.append("],\"model\":\"").append(model).append('"');
    wire.options(model, streaming, out);
    return out.append(streaming ? ",\"stream\":true}" : "}").toString();
  }

  @Override
  public void close() {
    http.close();
  }
}
