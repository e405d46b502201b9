package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Verdict.ACCEPTED;
import static dev.toolwire.wire.converse.Verdict.CLAUDE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What only some models take: each with a model that does not, all that the service says then, and
/// a model that does.
class FeatureRulesTest {

  private static final String LLAMA_4 = "us.meta.llama4-scout-17b-instruct-v1:0";
  private static final String JAMBA = "ai21.jamba-1-5-large-v1:0";
  private static final String HELLO = "[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}]";

  @Test
  void systemMessages() {
    String request = "{\"messages\":" + HELLO + ",\"system\":[{\"text\":\"Be brief.\"}]}";

    assertThat(Verdict.on("mistral.mistral-7b-instruct-v0:2", request))
        .isEqualTo(
            "This model doesn't support system messages. Try again without a system message or use"
                + " a model that supports system messages.");

    assertThat(Verdict.on(CLAUDE, request)).isEqualTo(ACCEPTED);
  }

  @Test
  void tools() {
    assertThat(Verdict.withClock("us.deepseek.r1-v1:0", HELLO))
        .isEqualTo("This model doesn't support tool use.");

    assertThat(Verdict.withClock(LLAMA_4, HELLO)).isEqualTo(ACCEPTED);
  }

  @Test
  void toolsInAStream() {
    assertThat(Verdict.inStream(LLAMA_4, Verdict.clock(HELLO)))
        .isEqualTo("This model doesn't support tool use in streaming mode.");

    assertThat(Verdict.inStream(CLAUDE, Verdict.clock(HELLO))).isEqualTo(ACCEPTED);
  }

  @Test
  void toolChoices() {
    String request =
        """
        {"messages":[{"role":"user","content":[{"text":"hi"}]}],
         "toolConfig":{"tools":[{"toolSpec":{"name":"clock","inputSchema":{"json":{"type":"object"}}}}],
                       "toolChoice":{"any":{}}}}
        """;

    assertThat(Verdict.on(LLAMA_4, request))
        .isEqualTo(
            "This model doesn't support the toolConfig.toolChoice.any field. Remove"
                + " toolConfig.toolChoice.any and try again.");

    assertThat(Verdict.on(CLAUDE, request)).isEqualTo(ACCEPTED);
  }

  @Test
  void images() {
    String request =
        """
        {"messages":[{"role":"user","content":[{"text":"What is this?"},
                       {"image":{"format":"png","source":{"bytes":"iVBORw=="}}}]}]}
        """;

    assertThat(Verdict.on("amazon.nova-micro-v1:0", request))
        .isEqualTo("This model doesn't support the image field for user messages.");

    assertThat(Verdict.on("amazon.nova-lite-v1:0", request)).isEqualTo(ACCEPTED);
  }

  private static String answered(String result) {
    return """
    [{"role":"user","content":[{"text":"What time is it?"}]},
     {"role":"assistant","content":[{"text":"Let me see."},
       {"toolUse":{"toolUseId":"t1","name":"clock","input":{}}}]},
     {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"noon"}]%s]}]
    """
        .formatted(result);
  }

  @Test
  void statusOfAResult() {
    String messages = answered(",\"status\":\"success\"}}");

    assertThat(Verdict.withClock(JAMBA, messages))
        .isEqualTo(
            "This model doesn't support the toolResult.status field. Remove toolResult.status and"
                + " try again.");

    assertThat(Verdict.withClock(CLAUDE, messages)).isEqualTo(ACCEPTED);
    assertThat(Verdict.withClock(JAMBA, answered("}}"))).isEqualTo(ACCEPTED);
  }

  @Test
  void textBesideResults() {
    String messages = answered("}},{\"text\":\"Thanks!\"}");

    assertThat(Verdict.withClock(LLAMA_4, messages))
        .isEqualTo(
            "messages.2.content: Conversation blocks and tool result blocks cannot be provided in"
                + " the same turn.");

    assertThat(Verdict.withClock(CLAUDE, messages)).isEqualTo(ACCEPTED);
    assertThat(Verdict.withClock(LLAMA_4, answered("}}"))).isEqualTo(ACCEPTED);
  }

  @Test
  void ofAnUnknownModelNothingIsRefused() {
    String messages = answered(",\"status\":\"success\"}},{\"text\":\"Thanks!\"}");

    assertThat(Verdict.withClock("a-script-of-ours", messages)).isEqualTo(ACCEPTED);
  }
}
