package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// All that is ever answered on one wire, and which of it answers a request.
final class CannedAnswers {

  private final CannedWire wire;
  private final byte[] longInput;
  private final byte[] streaming;
  private final byte[] result;
  private final Map<String, byte[]> answers = new HashMap<>();

  CannedAnswers(CannedWire wire) {
    this.wire = wire;
    this.longInput = wire.longInputMark().getBytes(US_ASCII);
    this.streaming = wire.streamMark().getBytes(US_ASCII);
    this.result = wire.resultMark().getBytes(US_ASCII);
    for (int results = 0; results <= 3; results++) {
      put(false, results);
    }
    put(true, 0);
    put(true, 1);
  }

  private void put(boolean asksForLong, int results) {
    var reply = CannedReplies.reply(asksForLong, results);
    answers.put(key(asksForLong, false, results), wire.unary(reply));
    answers.put(key(asksForLong, true, results), wire.streamed(reply));
  }

  private static String key(boolean asksForLong, boolean stream, int results) {
    return asksForLong + " " + stream + " " + results;
  }

  boolean isFor(String requestLine) {
    return requestLine.contains(wire.path());
  }

  byte[] answer(String requestLine, byte[] body) {
    byte[] line = requestLine.getBytes(US_ASCII);
    String key =
        key(
            count(longInput, line) + count(longInput, body) > 0,
            count(streaming, line) + count(streaming, body) > 0,
            count(result, body));
    return Objects.requireNonNull(answers.get(key), key);
  }

  private static int count(byte[] mark, byte[] in) {
    int count = 0;
    for (int i = 0; i + mark.length <= in.length; i++) {
      if (in[i] == mark[0] && Arrays.equals(in, i, i + mark.length, mark, 0, mark.length)) {
        count++;
      }
    }
    return count;
  }
}
