package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An answer in pieces: its text and its calls.
public final class BareAnswer {

  public record Call(String id, String name, String input) {

    /// Runs the tool; gives the text of its result.
    public String run() {
      Map<?, ?> parsed = BareJson.object(input);
      return Peppers.run(name, member -> BareJson.member(parsed, member, String.class));
    }
  }

  /// What stands before each string of a part, its quote included.
  public static final class Marks {
    private final byte[] text;
    private final byte[] input;
    private final byte[] name;
    private final byte[] id;

    public Marks(String text, String input, String name, String id) {
      this.text = text.getBytes(US_ASCII);
      this.input = input.getBytes(US_ASCII);
      this.name = name.getBytes(US_ASCII);
      this.id = id.getBytes(US_ASCII);
    }
  }

  private static final Marks CONVERSE =
      new Marks(
          "\"delta\":{\"text\":\"", "\"toolUse\":{\"input\":\"", "\"name\":\"", "\"toolUseId\":\"");

  public final StringBuilder text = new StringBuilder();
  public final List<Call> calls = new ArrayList<>();

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

  /// An input as JSON text again.
  public static String written(Map<?, ?> input) {
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
    return streamed(frames, CONVERSE);
  }

  /// Where each call is begun by its name and ended by a part that says nothing.
  public static BareAnswer streamed(BareParts parts, Marks marks) throws IOException {
    BareAnswer answer = new BareAnswer();
    StringBuilder id = new StringBuilder();
    StringBuilder name = new StringBuilder();
    StringBuilder input = new StringBuilder();
    while (parts.next()) {
      if (parts.appendString(marks.input, input) || parts.appendString(marks.text, answer.text)) {
        continue;
      }
      if (parts.appendString(marks.name, name)) {
        parts.appendString(marks.id, id);
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
