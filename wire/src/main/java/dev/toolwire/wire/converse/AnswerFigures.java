package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Usage;
import java.time.Duration;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// What an answer cost: the members `usage` and `metrics`, which a unary answer and the event
/// `metadata` have in common.
final class AnswerFigures {

  private static final String TOTAL = "totalTokens";
  private static final Set<String> COUNTS =
      Set.of("inputTokens", "outputTokens", "cacheReadInputTokens", "cacheWriteInputTokens");

  private AnswerFigures() {}

  static Usage usage(WireObject answer) {
    return answer.object("usage").map(AnswerFigures::counts).orElse(Usage.NONE);
  }

  private static Usage counts(WireObject usage) {
    Usage counts =
        new Usage(
            usage.number("inputTokens", 0),
            usage.number("outputTokens", 0),
            usage.number("cacheReadInputTokens", 0),
            usage.number("cacheWriteInputTokens", 0),
            usage.rest(COUNTS));
    // The total is computed again on writing; one that is another sum is the provider's own figure.
    return usage.number(TOTAL, -1) == counts.totalTokens() ? withoutTotal(counts) : counts;
  }

  private static Usage withoutTotal(Usage counts) {
    return new Usage(
        counts.inputTokens(),
        counts.outputTokens(),
        counts.cacheReadInputTokens(),
        counts.cacheWriteInputTokens(),
        counts.extra().without(TOTAL));
  }

  static Duration latency(WireObject answer) {
    return Duration.ofMillis(
        answer.object("metrics").map(metrics -> metrics.number("latencyMs", 0)).orElse(0L));
  }

  static void write(JsonGenerator out, Usage usage, Duration latency) {
    out.writeObjectPropertyStart("usage");
    out.writeNumberProperty("inputTokens", usage.inputTokens());
    out.writeNumberProperty("outputTokens", usage.outputTokens());
    if (usage.extra().member(TOTAL).isEmpty()) {
      out.writeNumberProperty(TOTAL, usage.totalTokens());
    }
    writeUnlessZero(out, "cacheReadInputTokens", usage.cacheReadInputTokens());
    writeUnlessZero(out, "cacheWriteInputTokens", usage.cacheWriteInputTokens());
    usage.extra().writeMembers(out);
    out.writeEndObject();
    out.writeObjectPropertyStart("metrics");
    out.writeNumberProperty("latencyMs", latency.toMillis());
    out.writeEndObject();
  }

  private static void writeUnlessZero(JsonGenerator out, String member, long count) {
    if (count != 0) {
      out.writeNumberProperty(member, count);
    }
  }
}
