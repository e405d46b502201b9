package dev.toolwire.simulator;

import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// What a client gets whose request HTTP itself does not let through: in the form of the nearest
/// wire, where Helidon would send a status and nothing else.
final class HttpRefusals implements DirectHandler {

  private final Simulator simulator;

  private HttpRefusals(Simulator simulator) {
    this.simulator = simulator;
  }

  static DirectHandlers of(Simulator simulator) {
    HttpRefusals refusals = new HttpRefusals(simulator);
    return DirectHandlers.builder()
        .addHandler(EventType.BAD_REQUEST, refusals)
        .addHandler(EventType.PAYLOAD_TOO_LARGE, refusals)
        .build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest in,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    Answer.Response refusal = simulator.refuse(request(in), status.code());
    TransportResponse.Builder out =
        TransportResponse.builder().status(Status.create(refusal.status())).headers(headers);
    refusal.headers().forEach((name, value) -> out.header(HeaderNames.create(name), value));
    return out.entity(bytes(refusal.body())).keepAlive(false).build();
  }

  private static WireRequest request(TransportRequest in) {
    Headers headers = Headers.NONE;
    for (io.helidon.http.Header header : in.headers()) {
      headers = headers.and(header.name(), header.values());
    }
    return new WireRequest(
        in.method(), SimulatorServer.uri("127.0.0.1", in.path()), headers, new byte[0], false);
  }

  private static byte[] bytes(Iterator<Beat> body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.forEachRemaining(beat -> {
      if (beat instanceof Beat.Bytes(byte[] part, int offset, int length, _)) {
        bytes.write(part, offset, length);
      }
    });
    return bytes.toByteArray();
  }
}
