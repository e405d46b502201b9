package dev.toolwire.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// The faults that strike single server-sent events. The frames of Converse are another matter
/// ([ByteFaults]).
final class FrameFaults {

  private static final List<String> END_MARKS = List.of("event: message_stop\n", "data: [DONE]\n");

  private FrameFaults() {}

  static StreamWriter around(StreamWriter writer, List<Fault> faults) {
    StreamWriter faulty = writer;
    for (Fault fault : faults) {
      faulty =
          switch (fault) {
            case Fault.BadJson(long frame) -> faulty.edited(new BrokenJson(frame));
            case Oddity odd -> around(faulty, odd);
            case Fault.Status _,
                Fault.Drop _,
                Fault.Cut _,
                Fault.CorruptByte _,
                Fault.BadCrc _,
                Fault.InStreamException _,
                Fault.Stall _,
                Fault.SlowDrip _,
                Fault.UnknownEvent _ ->
                faulty;
          };
    }
    return faulty;
  }

  private static StreamWriter around(StreamWriter writer, Oddity odd) {
    return switch (odd) {
      case NO_END_MARK -> writer.edited(FrameFaults::withoutEndMark);
      case WHOLE_CALLS, INTERLEAVED_CALLS, NO_CALL_INDEX, LATE_CALL_NAMES, OBJECT_ARGUMENTS ->
          writer.edited(new CallChunks(odd));
      case NO_MESSAGE_STOP,
          NO_BLOCK_STOP,
          EMPTY_INPUT,
          REPEATED_IDS,
          INVALID_EAGER_INPUT,
          LYING_STOP_REASON,
          PING_STORM,
          PAUSE_TURN,
          REFUSAL,
          EMPTY_TURN ->
          writer;
    };
  }

  private static List<byte[]> withoutEndMark(byte[] frame) {
    String text = new String(frame, StandardCharsets.UTF_8);
    return END_MARKS.stream().anyMatch(text::startsWith) ? List.of() : List.of(frame);
  }

  /// Replaces the brace that ends one frame's JSON.
  private static final class BrokenJson implements Function<byte[], List<byte[]>> {
    private long left;

    BrokenJson(long frame) {
      this.left = frame;
    }

    @Override
    public List<byte[]> apply(byte[] frame) {
      String text = new String(frame, StandardCharsets.UTF_8);
      boolean isJson = text.contains("data: {") && text.endsWith("}\n\n");
      if (!isJson || --left != 0) {
        return List.of(frame);
      }
      String broken = text.substring(0, text.length() - "}\n\n".length()) + ")\n\n";
      return List.of(broken.getBytes(StandardCharsets.UTF_8));
    }
  }
}
