package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.converse.ConverseCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// HTTP/2 by prior knowledge over a plain connection, as the AWS SDKs for Java (async) and
/// JavaScript speak it.
class HttpTwoTest {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RESET = 3;
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private static final int AUTHORITY = 1;
  private static final int METHOD_POST = 3;
  private static final int PATH = 4;
  private static final int SCHEME_HTTP = 6;

  private static final byte[] BODY =
      "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hello\"}]}]}"
          .getBytes(StandardCharsets.UTF_8);

  /// What came back on the stream.
  @SuppressWarnings("ArrayRecordComponent") // a test's own
  private record Answer(byte[] body, boolean ended) {}

  @Test
  void aStreamIsAnsweredOverHttpTwoOnTheSamePort() throws IOException {
    try (SimulatorServer server = SimulatorServer.start(Simulator.withBuiltInScripts(), 0)) {
      Answer answer = ask(server.port());

      assertThat(answer.ended()).isTrue();
      assertThat(reply(answer.body()).text()).contains("embedded simulator");
    }
  }

  @Test
  void aCutStreamIsReset() throws IOException {
    Simulator faulty =
        Simulator.builder()
            .faults(FaultRule.when(Trigger.every(), Fault.Cut.afterFrames(2)))
            .build();
    try (SimulatorServer server = SimulatorServer.start(faulty, 0)) {
      assertThat(ask(server.port()).ended()).isFalse();
    }
  }

  /// A client that says so opens no more streams but waits for this one (RFC 9113, 6.8).
  @Test
  void aGoodbyeLeavesTheOpenStreamAlone() throws IOException {
    try (SimulatorServer server = SimulatorServer.start(Simulator.withBuiltInScripts(), 0)) {
      Answer answer = ask(server.port(), true);

      assertThat(answer.ended()).isTrue();
      assertThat(reply(answer.body()).text()).contains("embedded simulator");
    }
  }

  private static Answer ask(int port) throws IOException {
    return ask(port, false);
  }

  private static Answer ask(int port, boolean goodbye) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      frame(out, SETTINGS, 0, 0, new byte[0]);
      frame(out, HEADERS, END_HEADERS, 1, headers(port));
      frame(out, DATA, END_STREAM, 1, BODY);
      if (goodbye) {
        frame(out, GO_AWAY, 0, 0, new byte[8]);
      }
      out.flush();
      return answer(new DataInputStream(socket.getInputStream()));
    }
  }

  private static Answer answer(DataInputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int first = in.read();
      if (first < 0) {
        return new Answer(body.toByteArray(), false);
      }
      int length = first << 16 | in.readUnsignedShort();
      int type = in.read();
      int flags = in.read();
      int stream = in.readInt();
      byte[] payload = in.readNBytes(length);
      if (type == RESET || type == GO_AWAY) {
        return new Answer(body.toByteArray(), false);
      }
      if (type == DATA && stream == 1) {
        body.writeBytes(payload);
      }
      if (stream == 1 && (flags & END_STREAM) != 0) {
        return new Answer(body.toByteArray(), true);
      }
    }
  }

  private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.write(payload.length >> 16);
    out.writeShort(payload.length);
    out.write(type);
    out.write(flags);
    out.writeInt(stream);
    out.write(payload);
  }

  /// Indexed fields where the static table has them, else literals without indexing and without
  /// Huffman coding (RFC 7541, 6.1 and 6.2.2).
  private static byte[] headers(int port) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x80 | METHOD_POST);
    block.write(0x80 | SCHEME_HTTP);
    block.write(PATH);
    text(block, "/model/toolwire.scripted-v1%3A0/converse-stream");
    block.write(AUTHORITY);
    text(block, "127.0.0.1:" + port);
    block.write(0);
    text(block, "content-length");
    text(block, Integer.toString(BODY.length));
    return block.toByteArray();
  }

  private static void text(ByteArrayOutputStream block, String text) {
    block.write(text.length());
    block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Reply reply(byte[] body) {
    StreamDecoder decoder = new ConverseCodec().stream();
    decoder.feed(new Chunk(body, 0, body.length, 0));
    List<StreamEvent> events = new ArrayList<>();
    while (decoder.next() instanceof Arrival.Event event) {
      events.add(event.event());
    }
    decoder.end();
    return Reply.of(events);
  }
}
