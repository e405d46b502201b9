package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Extra;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// What an answer cost: the members `usage` and `metrics`, which a unary answer and the event
/// `metadata` have in common.
final class AnswerFigures {

  private static final String USAGE = "usage";
  private static final String METRICS = "metrics";
  private static final String TOTAL = "totalTokens";
  private static final Set<String> COUNTS =
      Set.of("inputTokens", "outputTokens", "cacheReadInputTokens", "cacheWriteInputTokens");
  private static final Set<String> COUNTS_AND_TOTAL =
      Set.of("inputTokens", "outputTokens", "cacheReadInputTokens", "cacheWriteInputTokens", TOTAL);
  private static final Set<String> LATENCY = Set.of("latencyMs");

  private AnswerFigures() {}

  static Usage usage(WireObject answer) {
    return answer.object(USAGE).map(AnswerFigures::counts).orElse(Usage.NONE);
  }

  private static Usage counts(WireObject usage) {
    long in = usage.number("inputTokens", 0);
    long out = usage.number("outputTokens", 0);
    long cacheRead = usage.number("cacheReadInputTokens", 0);
    long cacheWrite = usage.number("cacheWriteInputTokens", 0);
    // The sum is computed again on writing; a total that is none is the provider's own figure.
    boolean isSum = usage.number(TOTAL, -1) == in + out + cacheRead + cacheWrite;
    return new Usage(in, out, cacheRead, cacheWrite, usage.rest(isSum ? COUNTS_AND_TOTAL : COUNTS));
  }

  static Duration latency(WireObject answer) {
    return Duration.ofMillis(
        answer.object(METRICS).map(metrics -> metrics.number("latencyMs", 0)).orElse(0L));
  }

  /// The members of `answer` beside `known`, and what of `metrics` is not the latency.
  ///
  /// @param known names the figures, too
  static JsonObject rest(WireObject answer, Set<String> known) {
    JsonObject rest = answer.rest(known);
    JsonObject measures =
        answer.object(METRICS).map(metrics -> metrics.rest(LATENCY)).orElse(JsonObject.EMPTY);
    return measures.isEmpty() ? rest : rest.with(METRICS, measures);
  }

  /// Writes the figures and the members of `rest`.
  static void write(JsonGenerator out, Usage usage, Duration latency, JsonObject rest) {
    out.writeObjectPropertyStart(USAGE);
    out.writeNumberProperty("inputTokens", usage.inputTokens());
    out.writeNumberProperty("outputTokens", usage.outputTokens());
    if (usage.extra().member(TOTAL).isEmpty()) {
      out.writeNumberProperty(TOTAL, usage.totalTokens());
    }
    writeUnlessZero(out, "cacheReadInputTokens", usage.cacheReadInputTokens());
    writeUnlessZero(out, "cacheWriteInputTokens", usage.cacheWriteInputTokens());
    usage.extra().writeMembers(out);
    out.writeEndObject();
    out.writeObjectPropertyStart(METRICS);
    out.writeNumberProperty("latencyMs", latency.toMillis());
    Extra.object(rest, METRICS).writeMembers(out);
    out.writeEndObject();
    rest.without(METRICS).writeMembers(out);
  }

  private static void writeUnlessZero(JsonGenerator out, String member, long count) {
    if (count != 0) {
      out.writeNumberProperty(member, count);
    }
  }
}
