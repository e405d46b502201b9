package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Verdict.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The order of messages and what they may hold: each rule with a request that breaks it, all that
/// the service says to it, and the nearest request that does not.
class ConversationRulesTest {

  private static final String START =
      "A conversation must start with a user message. Try again with a conversation that starts"
          + " with a user message.";
  private static final String ALTERNATE =
      "A conversation must alternate between user and assistant roles. Make sure the conversation"
          + " alternates between user and assistant roles and try again.";

  @Test
  void theUserSpeaksFirst() {
    assertThat(Verdict.on("{\"messages\":[]}")).isEqualTo(START);
    assertThat(Verdict.on("{}")).isEqualTo(START);
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"assistant","content":[{"text":"hi"}]}]}
                """))
        .isEqualTo(START);

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]}]}
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void rolesAlternate() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]},
                             {"role":"user","content":[{"text":"are you there?"}]}]}
                """))
        .isEqualTo(ALTERNATE);

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]},
                             {"role":"assistant","content":[{"text":"hello"}]},
                             {"role":"user","content":[{"text":"are you there?"}]}]}
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void aSystemMessageMayStandBetween() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]},
                             {"role":"system","content":[{"text":"be brief"}]},
                             {"role":"assistant","content":[{"text":"hello"}]},
                             {"role":"user","content":[{"text":"bye"}]}]}
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void aMessageHasContent() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[]}]}
                """))
        .isEqualTo(
            "The content field in the Message object at messages.0 is empty. Add a ContentBlock"
                + " object to the content field and try again.");
  }

  @Test
  void aTextIsNotBlank() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"},{"text":" \\n"}]}]}
                """))
        .isEqualTo(
            "The text field in the ContentBlock object at messages.0.content.1 is blank. Add text"
                + " to the text field, and try again.");

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"},{"text":" ."}]}]}
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void onlyTheAssistantReasons() {
    String reasoning =
        """
        {"reasoningContent":{"reasoningText":{"text":"hm","signature":"c2ln"}}}\
        """;

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[%s,{"text":"hi"}]}]}
                """
                    .formatted(reasoning)))
        .isEqualTo(
            "User messages cannot contain reasoning content. Please remove the reasoning content"
                + " and try again.");

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]},
                             {"role":"assistant","content":[%s,{"text":"hello"}]},
                             {"role":"user","content":[{"text":"bye"}]}]}
                """
                    .formatted(reasoning)))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void onlyTheUserShowsImagesAndOnlyTheAssistantCallsTools() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]},
                             {"role":"assistant","content":[
                               {"image":{"format":"png","source":{"bytes":"iVBORw=="}}}]}]}
                """))
        .isEqualTo("This model doesn't support the image field for assistant messages.");
    assertThat(
            Verdict.withClock(
                """
                [{"role":"user","content":[{"toolUse":{"toolUseId":"t1","name":"clock","input":{}}}]}]
                """))
        .isEqualTo("This model doesn't support the toolUse field for user messages.");

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[
                  {"image":{"format":"png","source":{"bytes":"iVBORw=="}}}]}]}
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void theAssistantsLastWordsDoNotEndInASpace() {
    String conversation =
        """
        {"messages":[{"role":"user","content":[{"text":"hi"}]},
                     {"role":"assistant","content":[{"text":"%s"}]}]}
        """;

    assertThat(Verdict.on(conversation.formatted("The answer is ")))
        .isEqualTo(
            "The model returned the following errors: messages: final assistant content cannot end"
                + " with trailing whitespace");

    assertThat(Verdict.on(conversation.formatted("The answer is"))).isEqualTo(ACCEPTED);
  }

  @Test
  void newerModelsDoNotContinueTheAssistantsWords() {
    String conversation =
        """
        {"messages":[{"role":"user","content":[{"text":"hi"}]},
                     {"role":"assistant","content":[{"text":"The answer is"}]}]}
        """;

    assertThat(Verdict.on("anthropic.claude-opus-4-8", conversation))
        .isEqualTo(
            "The model returned the following errors: This model does not support assistant"
                + " message prefill. The conversation must end with a user message.");

    assertThat(Verdict.on("anthropic.claude-opus-4-5-20251101-v1:0", conversation))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void theModelIdIsOne() {
    String hello = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hi\"}]}]}";

    assertThat(Verdict.on("a model", hello)).isEqualTo("The provided model identifier is invalid.");
    assertThat(Verdict.on("m".repeat(2049), hello))
        .isEqualTo(
            "1 validation error detected: Value at 'modelId' failed to satisfy constraint: Member"
                + " must have length less than or equal to 2048");

    assertThat(Verdict.on("m".repeat(2048), hello)).isEqualTo(ACCEPTED);
    assertThat(
            Verdict.on(
                "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2", hello))
        .isEqualTo(ACCEPTED);
    assertThat(Verdict.on("arn:aws:sagemaker:us-east-1:123456789012:endpoint/mine", hello))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void aStoredPromptBringsItsOwnSettings() {
    String prompt = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1";

    assertThat(Verdict.on(prompt, "{\"inferenceConfig\":{\"maxTokens\":5}}"))
        .isEqualTo(
            "The inferenceConfig field can't be used with a prompt. Remove inferenceConfig and try"
                + " again.");
    assertThat(Verdict.besideHello("\"promptVariables\":{\"city\":{\"text\":\"Oslo\"}}"))
        .isEqualTo(
            "The promptVariables field can only be used with a prompt. Remove promptVariables and"
                + " try again.");

    assertThat(Verdict.on(prompt, "{\"promptVariables\":{\"city\":{\"text\":\"Oslo\"}}}"))
        .isEqualTo(ACCEPTED);
  }
}
