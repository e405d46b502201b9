package dev.toolwire.simulator;

import dev.toolwire.simulator.Pace.ToolInputArrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a pace is written on the command line: its members with commas between them.
final class PaceText {

  private static final Pattern MEMBER =
      Pattern.compile("(first|every|jitter|delta|burst|tool_input)[ =:]+(\\S+)");

  private static final String EXAMPLE =
      "; write for example \"200ms,15ms\" or \"first 200ms, every 15ms, jitter 5ms, delta 12,"
          + " burst 4, tool_input buffered\"";

  private PaceText() {}

  static Pace parse(String text) {
    Map<String, String> members = new TreeMap<>();
    for (String item : text.split(",", -1)) {
      Matcher member = MEMBER.matcher(item.strip());
      String name = member.matches() ? member.group(1) : unnamed(members);
      String value = member.matches() ? member.group(2) : item.strip();
      if (members.put(name, value) != null) {
        throw new IllegalArgumentException("\"" + text + "\" gives " + name + " twice" + EXAMPLE);
      }
    }
    try {
      return pace(members);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no pace: " + wrong.getMessage() + EXAMPLE, wrong);
    }
  }

  /// What a value is that comes without a name.
  private static String unnamed(Map<String, String> sofar) {
    return sofar.containsKey("first") ? "every" : "first";
  }

  private static Pace pace(Map<String, String> members) {
    Pace usual = Pace.AT_ONCE;
    return new Pace(
        Durations.parse(members.getOrDefault("first", "0")),
        Durations.parse(members.getOrDefault("every", "0")),
        Durations.parse(members.getOrDefault("jitter", "0")),
        count(members.getOrDefault("delta", Integer.toString(usual.delta()))),
        count(members.getOrDefault("burst", Integer.toString(usual.burst()))),
        arrival(members.getOrDefault("tool_input", "streamed"))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "tool_input is streamed, buffered or by_parameter, not "
                        + members.get("tool_input"))));
  }

  private static int count(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("expected a whole number, got \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  static Optional<ToolInputArrival> arrival(String word) {
    return Arrays.stream(ToolInputArrival.values())
        .filter(arrival -> arrival.toString().equals(word))
        .findFirst();
  }

  /// What [#parse] reads as `pace`: what is as usual is left out, but for the time to the first
  /// event.
  static String write(Pace pace) {
    Pace usual = Pace.AT_ONCE;
    List<String> members = new ArrayList<>();
    members.add("first " + Durations.write(pace.first()));
    if (!pace.every().isZero()) {
      members.add("every " + Durations.write(pace.every()));
    }
    if (!pace.jitter().isZero()) {
      members.add("jitter " + Durations.write(pace.jitter()));
    }
    if (pace.delta() != usual.delta()) {
      members.add("delta " + pace.delta());
    }
    if (pace.burst() != usual.burst()) {
      members.add("burst " + pace.burst());
    }
    if (pace.toolInput() != usual.toolInput()) {
      members.add("tool_input " + pace.toolInput());
    }
    return String.join(", ", members);
  }
}
