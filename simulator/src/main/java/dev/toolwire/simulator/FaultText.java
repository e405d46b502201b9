package dev.toolwire.simulator;

import static java.util.Map.entry;

import dev.toolwire.simulator.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How faults are written: one row for each form.
final class FaultText {

  private static final String LENGTH = "(" + Durations.PATTERN + "|0)";

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "status (\\d{3})(?: (?!retry after)([A-Za-z_]+))?(?: retry after " + LENGTH + ")?",
              FaultText::status),
          new Form("drop", _ -> new Fault.Drop()),
          new Form("(cut|end) after (\\d{1,18}) (byte|frame)s?", FaultText::cut),
          new Form("corrupt byte (\\d{1,18})", m -> new Fault.CorruptByte(number(m, 1))),
          new Form("bad crc in frame (\\d{1,18})", m -> new Fault.BadCrc(number(m, 1))),
          new Form(
              "([A-Za-z]+Exception|[a-z_]+_error) after (\\d{1,9}) events?",
              m -> new Fault.InStreamException(m.group(1), (int) number(m, 2))),
          new Form(
              "stall (forever|"
                  + Durations.PATTERN
                  + ") (before head|in text|in tool input)"
                  + "( then drop)?",
              FaultText::stall),
          new Form(
              "drip (\\d{1,9}) bytes? every " + LENGTH,
              m -> new Fault.SlowDrip((int) number(m, 1), Durations.parse(m.group(2)))),
          new Form(
              "unknown event after (\\d{1,9}) events?",
              m -> new Fault.UnknownEvent((int) number(m, 1))),
          new Form("bad json in frame (\\d{1,18})", m -> new Fault.BadJson(number(m, 1))));

  private static final Map<String, Fault> SHORT =
      Map.ofEntries(
          entry("throttling", new Fault.Status(429)),
          entry("validation", new Fault.Status(400)),
          entry("access denied", new Fault.Status(403)),
          entry("not found", new Fault.Status(404)),
          entry("timeout", new Fault.Status(408)),
          entry("model error", new Fault.Status(424)),
          entry("internal", new Fault.Status(500)),
          entry("unavailable", new Fault.Status(503)),
          entry("overloaded", new Fault.Status(529)),
          entry("insufficient quota", new Fault.Status(429, "insufficient_quota", Duration.ZERO)),
          entry("model stream error", new Fault.InStreamException("modelStreamErrorException", 2)));

  private FaultText() {}

  /// One way to write a fault.
  private record Form(Pattern pattern, Function<MatchResult, Fault> fault) {
    Form(String pattern, Function<MatchResult, Fault> fault) {
      this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), fault);
    }

    Optional<Fault> read(String text) {
      Matcher matcher = pattern.matcher(text);
      return matcher.matches() ? Optional.of(fault.apply(matcher)) : Optional.empty();
    }
  }

  static Fault parse(String text) {
    String plain = text.strip().replaceAll("[-\\s]+", " ");
    Fault known = SHORT.get(plain);
    if (known != null) {
      return known;
    }
    return Stream.concat(
            Oddity.named(plain).stream(), FORMS.stream().flatMap(form -> form.read(plain).stream()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\""
                    + text
                    + "\" is no fault; write for example \"throttling\", \"status 503\","
                    + " \"cut after 200 bytes\", \"throttlingException after 3 events\""
                    + " or \"stall 60s in tool input\""));
  }

  /// Reads a fault in a script.
  static Fault read(YamlValue value) {
    return value.read(FaultText::parse);
  }

  private static Fault status(MatchResult text) {
    int status = (int) number(text, 1);
    String type = text.group(2);
    String wait = text.group(3);
    return new Fault.Status(
        status,
        type == null ? typeOf(status) : type,
        wait == null ? Duration.ZERO : Durations.parse(wait));
  }

  private static Fault cut(MatchResult text) {
    return new Fault.Cut(
        number(text, 2),
        text.group(3).equals("byte") ? Fault.Cut.Unit.BYTES : Fault.Cut.Unit.FRAMES,
        text.group(1).equals("cut") ? Fault.Cut.Manner.BREAK : Fault.Cut.Manner.END);
  }

  private static Fault stall(MatchResult text) {
    Fault.Stall.Where where =
        switch (text.group(2)) {
          case "before head" -> Fault.Stall.Where.BEFORE_HEAD;
          case "in text" -> Fault.Stall.Where.TEXT;
          default -> Fault.Stall.Where.TOOL_INPUT;
        };
    Duration time =
        text.group(1).equals("forever") ? Fault.Stall.FOREVER : Durations.parse(text.group(1));
    return new Fault.Stall(where, time, text.group(3) != null);
  }

  private static long number(MatchResult text, int group) {
    return Long.parseLong(text.group(group));
  }

  /// The service's name for an error with this status.
  static String typeOf(int status) {
    return switch (status) {
      case 400 -> "ValidationException";
      case 403 -> "AccessDeniedException";
      case 404 -> "ResourceNotFoundException";
      case 408 -> "ModelTimeoutException";
      case 424 -> "ModelErrorException";
      case 429 -> "ThrottlingException";
      case 503 -> "ServiceUnavailableException";
      case 529 -> "overloaded_error";
      default -> "InternalServerException";
    };
  }

  /// What the service says with such an error.
  static String wordsFor(String type) {
    return switch (type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1)) {
      case "ThrottlingException" -> "Too many requests, please wait before trying again.";
      case "AccessDeniedException" ->
          "You don't have access to the model with the specified model ID.";
      case "ModelErrorException", "ModelStreamErrorException" ->
          "Model produced invalid sequence as part of ToolUse. Please refer to the model tool use"
              + " troubleshooting guide.";
      case "ModelTimeoutException" -> "The model took too long to answer.";
      case "ValidationException" -> "The request was refused, as asked.";
      case "ServiceUnavailableException" -> "The service is unavailable, as asked.";
      case "Overloaded_error" -> "Overloaded";
      case "Insufficient_quota" -> "You have used up what your plan and its billing allow.";
      default -> "The simulator fails with " + type + ", as asked.";
    };
  }
}
