package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An answer in pieces: its text and its calls.
final class BareAnswer {

  record Call(String id, String name, String input) {}

  private static final byte[] TEXT = "\"delta\":{\"text\":\"".getBytes(US_ASCII);
  private static final byte[] INPUT = "\"toolUse\":{\"input\":\"".getBytes(US_ASCII);
  private static final byte[] NAME = "\"name\":\"".getBytes(US_ASCII);
  private static final byte[] ID = "\"toolUseId\":\"".getBytes(US_ASCII);

  final StringBuilder text = new StringBuilder();
  final List<Call> calls = new ArrayList<>();

  static BareAnswer whole(String body) {
    BareAnswer answer = new BareAnswer();
    Map<?, ?> output = BareJson.member(BareJson.object(body), "output", Map.class);
    Map<?, ?> message = BareJson.member(output, "message", Map.class);
    for (Object block : BareJson.member(message, "content", List.class)) {
      Map<?, ?> union = (Map<?, ?>) block;
      if (union.get("text") instanceof String said) {
        answer.text.append(said);
      } else if (union.get("toolUse") instanceof Map<?, ?> call) {
        answer.calls.add(
            new Call(
                BareJson.member(call, "toolUseId", String.class),
                BareJson.member(call, "name", String.class),
                written(BareJson.member(call, "input", Map.class))));
      }
    }
    return answer;
  }

  private static String written(Map<?, ?> input) {
    StringBuilder out = new StringBuilder("{");
    for (Map.Entry<?, ?> member : input.entrySet()) {
      out.append(out.length() > 1 ? "," : "");
      BareJson.quote((String) member.getKey(), out);
      out.append(':');
      if (member.getValue() instanceof String value) {
        BareJson.quote(value, out);
      } else {
        out.append(member.getValue());
      }
    }
    return out.append('}').toString();
  }

  static BareAnswer streamed(BareFrames frames) throws IOException {
    BareAnswer answer = new BareAnswer();
    StringBuilder id = new StringBuilder();
    StringBuilder name = new StringBuilder();
    StringBuilder input = new StringBuilder();
    while (frames.next()) {
      if (frames.appendString(INPUT, input) || frames.appendString(TEXT, answer.text)) {
        continue;
      }
      if (frames.appendString(NAME, name)) {
        frames.appendString(ID, id);
      } else if (!id.isEmpty()) {
        answer.calls.add(new Call(id.toString(), name.toString(), input.toString()));
        id.setLength(0);
        name.setLength(0);
        input.setLength(0);
      }
    }
    return answer;
  }
}
