package dev.toolwire.simulator;

import java.time.Duration;

/// How fast a streamed answer comes, and in what pieces.
///
/// @param first how long until the answer begins
/// @param every how long between two deltas
/// @param jitter by how much `every` may be longer or shorter; no longer than it
/// @param delta how many characters a delta holds
/// @param toolInput how the input of a tool arrives
public record Pace(
    Duration first, Duration every, Duration jitter, int delta, ToolInputArrival toolInput) {

  /// How the deltas of a tool's input are let out.
  public enum ToolInputArrival {
    /// As they are made, like text.
    STREAMED,
    /// All at once when the input is complete: as long as it takes to make them, nothing comes.
    BUFFERED,
    /// Parameter by parameter, each when it is complete.
    BY_PARAMETER
  }

  /// Everything at once, in deltas of 16 characters.
  public static final Pace AT_ONCE =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, 16, ToolInputArrival.STREAMED);

  public Pace {
    if (first.isNegative() || every.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException(
          "the times of a pace may not be negative: " + first + ", " + every + ", " + jitter);
    }
    if (jitter.compareTo(every) > 0) {
      throw new IllegalArgumentException(
          "a jitter of " + jitter + " is more than the " + every + " between two deltas");
    }
    if (delta < 1) {
      throw new IllegalArgumentException("a delta holds 1 character or more, not " + delta);
    }
  }

  public Pace withFirst(Duration delay) {
    return new Pace(delay, every, jitter, delta, toolInput);
  }

  public Pace withEvery(Duration gap) {
    return new Pace(first, gap, jitter, delta, toolInput);
  }

  public Pace withJitter(Duration most) {
    return new Pace(first, every, most, delta, toolInput);
  }

  public Pace withDelta(int characters) {
    return new Pace(first, every, jitter, characters, toolInput);
  }

  public Pace withToolInput(ToolInputArrival arrival) {
    return new Pace(first, every, jitter, delta, arrival);
  }

  /// Reads the time until the answer begins and, after a comma, the time between two deltas:
  /// `200ms` or `200ms,15ms`. The rest is as in [#AT_ONCE].
  ///
  /// @throws IllegalArgumentException if `text` is neither
  public static Pace parse(String text) {
    String[] times = text.split(",", -1);
    if (times.length > 2) {
      throw new IllegalArgumentException(
          "expected one time or two, such as 200ms,15ms, got \"" + text + "\"");
    }
    Pace begun = AT_ONCE.withFirst(Durations.parse(times[0].strip()));
    return times.length == 1 ? begun : begun.withEvery(Durations.parse(times[1].strip()));
  }

  /// Reads a map; what it leaves out is as in `general`.
  static Pace read(YamlValue value, Pace general) {
    YamlFields fields = value.fields("first", "every", "jitter", "delta", "tool_input");
    try {
      return new Pace(
          fields.find("first").map(YamlValue::duration).orElse(general.first()),
          fields.find("every").map(YamlValue::duration).orElse(general.every()),
          fields.find("jitter").map(YamlValue::duration).orElse(general.jitter()),
          fields.find("delta").map(size -> size.integer(1)).orElse(general.delta()),
          fields.find("tool_input").map(Pace::arrival).orElse(general.toolInput()));
    } catch (InvalidScriptException wrong) {
      throw wrong;
    } catch (IllegalArgumentException wrong) {
      throw value.wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static ToolInputArrival arrival(YamlValue value) {
    return switch (value.text()) {
      case "streamed" -> ToolInputArrival.STREAMED;
      case "buffered" -> ToolInputArrival.BUFFERED;
      case "by_parameter" -> ToolInputArrival.BY_PARAMETER;
      default -> throw value.expected("streamed, buffered or by_parameter");
    };
  }
}
