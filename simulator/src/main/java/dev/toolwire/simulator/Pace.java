package dev.toolwire.simulator;

import dev.toolwire.simulator.yaml.InvalidYamlException;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.time.Duration;
import java.util.Locale;

/// How fast a streamed answer comes, and in what pieces. Prints as the command line writes it, and
/// [#parse] reads what it prints.
///
/// @param first how long until the answer begins
/// @param every how long between two deltas
/// @param jitter by how much `every` may be longer or shorter; no longer than it
/// @param delta how many characters a delta holds
/// @param burst how many deltas come together, when the last of them is made
/// @param toolInput how the input of a tool arrives
public record Pace(
    Duration first,
    Duration every,
    Duration jitter,
    int delta,
    int burst,
    ToolInputArrival toolInput) {

  /// How the deltas of a tool's input are let out.
  public enum ToolInputArrival {
    /// As they are made, like text.
    STREAMED,
    /// All at once when the input is complete: as long as it takes to make them, nothing comes.
    BUFFERED,
    /// Parameter by parameter, each when it is complete.
    BY_PARAMETER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Everything at once, in deltas of 16 characters.
  public static final Pace AT_ONCE =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, 16, 1, ToolInputArrival.STREAMED);

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
    if (burst < 1) {
      throw new IllegalArgumentException("a burst holds 1 delta or more, not " + burst);
    }
  }

  public Pace withFirst(Duration delay) {
    return new Pace(delay, every, jitter, delta, burst, toolInput);
  }

  public Pace withEvery(Duration gap) {
    return new Pace(first, gap, jitter, delta, burst, toolInput);
  }

  public Pace withJitter(Duration most) {
    return new Pace(first, every, most, delta, burst, toolInput);
  }

  public Pace withDelta(int characters) {
    return new Pace(first, every, jitter, characters, burst, toolInput);
  }

  public Pace withBurst(int deltas) {
    return new Pace(first, every, jitter, delta, deltas, toolInput);
  }

  public Pace withToolInput(ToolInputArrival arrival) {
    return new Pace(first, every, jitter, delta, burst, arrival);
  }

  /// Reads `first 200ms, every 15ms, jitter 5ms, delta 12, burst 4, tool_input buffered`, of which
  /// anything may be left out; it is then as in [#AT_ONCE]. A time alone is `first`, and a second
  /// one `every`: `200ms,15ms`.
  ///
  /// @throws IllegalArgumentException if it is no pace; the message says what there is
  public static Pace parse(String text) {
    return PaceText.parse(text);
  }

  @Override
  public String toString() {
    return PaceText.write(this);
  }

  private static Duration time(YamlValue value) {
    return value.read(Durations::parse);
  }

  /// Reads a map; what it leaves out is as in `general`.
  static Pace read(YamlValue value, Pace general) {
    YamlFields fields = value.fields("first", "every", "jitter", "delta", "burst", "tool_input");
    try {
      return new Pace(
          fields.find("first").map(Pace::time).orElse(general.first()),
          fields.find("every").map(Pace::time).orElse(general.every()),
          fields.find("jitter").map(Pace::time).orElse(general.jitter()),
          fields.find("delta").map(size -> size.integer(1)).orElse(general.delta()),
          fields.find("burst").map(size -> size.integer(1)).orElse(general.burst()),
          fields.find("tool_input").map(Pace::arrival).orElse(general.toolInput()));
    } catch (InvalidYamlException wrong) {
      throw wrong;
    } catch (IllegalArgumentException wrong) {
      throw value.wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static ToolInputArrival arrival(YamlValue value) {
    return PaceText.arrival(value.text())
        .orElseThrow(() -> value.expected("streamed, buffered or by_parameter"));
  }
}
