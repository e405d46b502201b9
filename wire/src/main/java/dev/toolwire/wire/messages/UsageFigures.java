package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Usage;
import dev.toolwire.wire.json.WireObject;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// What an answer cost: the member `usage`.
final class UsageFigures {

  private static final String IN = "input_tokens";
  private static final String OUT = "output_tokens";
  private static final String CACHE_READ = "cache_read_input_tokens";
  private static final String CACHE_WRITE = "cache_creation_input_tokens";
  private static final Set<String> COUNTS = Set.of(IN, OUT, CACHE_READ, CACHE_WRITE);

  private UsageFigures() {}

  static Usage read(WireObject usage) {
    return new Usage(
        usage.number(IN, 0),
        usage.number(OUT, 0),
        usage.number(CACHE_READ, 0),
        usage.number(CACHE_WRITE, 0),
        usage.restWithoutNulls(COUNTS));
  }

  static void write(JsonGenerator out, Usage usage) {
    out.writeObjectPropertyStart("usage");
    out.writeNumberProperty(IN, usage.inputTokens());
    out.writeNumberProperty(OUT, usage.outputTokens());
    out.writeNumberProperty(CACHE_WRITE, usage.cacheWriteInputTokens());
    out.writeNumberProperty(CACHE_READ, usage.cacheReadInputTokens());
    usage.extra().writeMembers(out);
    out.writeEndObject();
  }
}
