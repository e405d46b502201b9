package dev.toolwire.simulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fault, and the requests that it strikes: `request 3: status 503 ServiceUnavailableException`.
public record FaultRule(Trigger trigger, Fault fault) {

  private static final Pattern NTH = Pattern.compile("request (\\d{1,18})");
  private static final Pattern FIRST = Pattern.compile("first (\\d{1,18}) requests?");
  private static final Pattern CHANCE = Pattern.compile("(\\d{1,3})% of requests");

  public static FaultRule when(Trigger trigger, Fault fault) {
    return new FaultRule(trigger, fault);
  }

  /// Reads a rule as it prints, or just a fault, which then strikes every request.
  ///
  /// @throws IllegalArgumentException if `text` is neither
  public static FaultRule parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return when(Trigger.every(), Fault.parse(text));
    }
    return when(trigger(text.substring(0, colon).strip()), Fault.parse(text.substring(colon + 1)));
  }

  private static Trigger trigger(String text) {
    if (text.equals("every request")) {
      return Trigger.every();
    }
    return number(NTH, text)
        .map(Trigger::nth)
        .or(() -> number(FIRST, text).map(Trigger::first))
        .or(() -> number(CHANCE, text).map(percent -> Trigger.chance(percent.intValue())))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\""
                    + text
                    + "\" names no requests; write \"every request\", \"request 3\","
                    + " \"first 2 requests\" or \"20% of requests\""));
  }

  private static Optional<Long> number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
  }

  @Override
  public String toString() {
    return trigger + ": " + fault;
  }
}
