package dev.toolwire.wire.converse;

import dev.toolwire.json.JsonText;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import java.util.Optional;

/// What the rules say about a request, in a line.
final class Verdict {

  static final String ACCEPTED = "accepted";
  static final String CLAUDE = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

  private Verdict() {}

  /// For a request to a model that takes nearly everything.
  static String on(String json) {
    return on(CLAUDE, json);
  }

  static String on(String model, String json) {
    return verdict(model, json, false);
  }

  static String inStream(String model, String json) {
    return verdict(model, json, true);
  }

  /// Of a request with these messages and a tool called clock.
  static String withClock(String messages) {
    return withClock(CLAUDE, messages);
  }

  static String withClock(String model, String messages) {
    return on(model, clock(messages));
  }

  static String clock(String messages) {
    return """
    {"messages":%s,
     "toolConfig":{"tools":[{"toolSpec":{"name":"clock","inputSchema":{"json":{"type":"object"}}}}]}}
    """
        .formatted(messages);
  }

  /// Of a request that has `members` beside its messages.
  static String besideHello(String members) {
    return on(
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}]," + members + "}");
  }

  private static String verdict(String model, String json, boolean streaming) {
    ModelId id = new ModelId(model);
    Optional<Refusal> refusal =
        ConverseRequestRules.check(
            JsonText.read(json), id, ModelCatalogue.builtIn().profile(id), streaming);
    return refusal.map(Verdict::line).orElse(ACCEPTED);
  }

  private static String line(Refusal refusal) {
    return refusal.status() == 400 && refusal.type().equals("ValidationException")
        ? refusal.message()
        : refusal.status() + " " + refusal.type() + ": " + refusal.message();
  }
}
