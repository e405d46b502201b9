package dev.toolwire.bench.rescue;

import dev.toolwire.json.JsonObject;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextScanner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Nanoseconds of CPU a character for texts that arrive in pieces of 16, the middle of several
/// rounds after a warm-up: plain prose with the scanner on and off, hostile openers, one long
/// argument. Each at two sizes, to see that time grows with the text and not faster.
public final class RescueBench {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int PIECE = 16;
  private static final int ROUNDS = 9;
  private static final int SMALL = 1 << 18;
  private static final int LARGE = 1 << 20;
  private static final String PROSE =
      "The tide at Brest turns at noon, and the harbour fills again by six; boats that draw more "
          + "than a metre wait outside (see the notes, page 12) until the lock opens.\n\n";

  private RescueBench() {}

  public static void main(String[] args) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("plain prose", PROSE);
    for (String opener : List.of("<", "<tool_call>", "{\"name\":", "[[", "```\n", "Tool Call: [")) {
      texts.put("openers " + opener.strip(), opener);
    }
    System.out.printf(
        Locale.ROOT, "%-28s %14s %14s%n", "ns a character", "256 Ki", "1 Mi characters");
    print("plain prose, scanner off", Rescue.OFF, filled(PROSE, SMALL), filled(PROSE, LARGE));
    texts.forEach(
        (name, text) -> print(name, Rescue.NORMAL, filled(text, SMALL), filled(text, LARGE)));
    print("one argument", Rescue.NORMAL, argument(SMALL), argument(LARGE));
  }

  private static String filled(String text, int size) {
    return text.repeat(size / text.length());
  }

  private static String argument(int size) {
    return "<tool_call>{\"name\":\"tide_at\",\"arguments\":{\"port\":\""
        + filled("{[\\\"]} <tool_call> `\\n", size)
        + "\"}}</tool_call>";
  }

  private static void print(String name, Rescue mode, String small, String large) {
    System.out.printf(
        Locale.ROOT, "%-28s %14.1f %14.1f%n", name, measure(mode, small), measure(mode, large));
  }

  private static double measure(Rescue mode, String text) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += PIECE) {
      pieces.add(text.substring(from, Math.min(text.length(), from + PIECE)));
    }
    RescueTools tools = RescueTools.of(List.of(new RescueTool("tide_at", JsonObject.EMPTY, true)));
    double[] rounds = new double[ROUNDS];
    long seen = 0;
    int warmUp = ROUNDS * Math.max(1, LARGE / text.length());
    for (int round = -warmUp; round < ROUNDS; round++) {
      long[] findings = {0};
      long start = CPU.getCurrentThreadCpuTime();
      TextScanner scanner = new TextScanner(tools, RescueConfig.of(mode), _ -> findings[0]++);
      pieces.forEach(scanner::feed);
      scanner.finish(false);
      if (round >= 0) {
        rounds[round] = (CPU.getCurrentThreadCpuTime() - start) / (double) text.length();
      }
      seen += findings[0];
    }
    Arrays.sort(rounds);
    return seen == 0 ? Double.NaN : rounds[ROUNDS / 2];
  }
}
