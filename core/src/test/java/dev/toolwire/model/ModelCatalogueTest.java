package dev.toolwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonText;
import dev.toolwire.model.ModelProfile.Choice;
import dev.toolwire.model.ModelProfile.EagerInput;
import dev.toolwire.model.ModelProfile.ForcedChoice;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.model.ModelProfile.ToolUseIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelCatalogueTest {

  private final ModelCatalogue catalogue = ModelCatalogue.builtIn();

  @ParameterizedTest
  @CsvSource({
    "anthropic.claude-v2:1, Claude 2",
    "anthropic.claude-3-haiku-20240307-v1:0, Claude 3",
    "claude-3-haiku-20240307, Claude 3",
    "us.anthropic.claude-3-5-haiku-20241022-v1:0, Claude 3.5 Haiku",
    "us.anthropic.claude-3-7-sonnet-20250219-v1:0, Claude 3.7 Sonnet",
    "claude-opus-4-1-20250805, Claude 4",
    "global.anthropic.claude-sonnet-4-5-20250929-v1:0, Claude 4",
    "claude-haiku-4-5, Claude 4",
    "anthropic.claude-opus-4-6-v1, Claude 4.6",
    "claude-opus-4-7, Claude 4.7",
    "anthropic.claude-opus-4-8, Claude 4.8",
    "us.anthropic.claude-sonnet-5, Claude 5",
    "claude-opus-5-20260801, Claude 5",
    "claude-fable-5, Claude 5",
    "claude-fable-5-1, Claude 5.5 and Fable",
    "global.anthropic.claude-sonnet-5-5, Claude 5.5 and Fable",
    "amazon.nova-micro-v1:0, Nova Micro",
    "us.amazon.nova-premier-v1:0, Nova",
    "amazon.nova-2-lite-v1:0, Nova 2",
    "meta.llama3-70b-instruct-v1:0, Llama 3",
    "us.meta.llama3-1-70b-instruct-v1:0, Llama 3.1",
    "meta-llama/Llama-3.1-70B-Instruct, Llama 3.1+ elsewhere",
    "arn:aws:bedrock:us-east-1::foundation-model/cohere.command-r-plus-v1:0, Command R",
    "mistral.mistral-large-2407-v1:0, Mistral 2024",
    "mistral-large-latest, Mistral elsewhere",
    "us.deepseek.r1-v1:0, DeepSeek R1",
    "openai.gpt-oss-120b-1:0, gpt-oss",
    "gpt-4o, GPT-4",
    "gpt-5.5, GPT-5 and o-series",
    "Qwen/Qwen3-32B, Qwen elsewhere",
    "toolwire.scripted-v1:0, Toolwire's own scripts",
    "acme.nobody-knows-it, unknown"
  })
  void modelIsFoundByItsIdWhateverTheRegion(String id, String family) {
    assertThat(profile(id, Route.CONVERSE).family()).isEqualTo(family);
  }

  @Test
  void unknownModelGetsWhatIsSafeOnEachRoute() {
    assertThat(profile("acme.m", Route.CONVERSE)).isEqualTo(ModelProfile.UNKNOWN);
    assertThat(profile("acme.m", Route.MESSAGES).toolChoices())
        .containsExactlyInAnyOrder(Choice.values());
    assertThat(profile("acme.m", Route.CHAT).reasoning()).isEqualTo(ReasoningReplay.NEVER);
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void unknownModelIsKnownAsSuchOnEachRoute(Route route) {
    assertThat(profile("acme.m", route).isUnknown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"CONVERSE, REQUEST", "INVOKE, REQUEST", "MESSAGES, TOOL", "MANTLE, TOOL"})
  void eagerInputIsAskedForAsTheRouteOffersIt(Route route, EagerInput how) {
    assertThat(profile("anthropic.claude-opus-4-8", route).eagerInput()).isEqualTo(how);
    assertThat(profile("gpt-4o", route).eagerInput()).isEqualTo(EagerInput.NONE);
    assertThat(profile("claude-opus-4-8", Route.CHAT).eagerInput()).isEqualTo(EagerInput.NONE);
  }

  @Test
  void newestClaudesTakeNeitherSamplingNorAForcedChoice() {
    assertThat(profile("claude-opus-4-7", Route.MESSAGES).sampling()).isFalse();
    assertThat(profile("claude-opus-4-6", Route.MESSAGES).sampling()).isTrue();
    assertThat(profile("claude-sonnet-5-5", Route.MESSAGES).takes(ToolChoice.ANY)).isFalse();
    assertThat(profile("claude-sonnet-5", Route.MESSAGES).forcedChoice())
        .isEqualTo(ForcedChoice.THINKING_OFF);
    assertThat(profile("claude-sonnet-4-5", Route.MESSAGES).forcedChoice())
        .isEqualTo(ForcedChoice.UNLESS_THINKING);
  }

  @Test
  void mistralWantsNineCharactersButNotFromBedrock() {
    assertThat(profile("mistral-large-latest", Route.CHAT).toolUseIds()).isEqualTo(ToolUseIds.NINE);
    assertThat(profile("mistral.mistral-large-2407-v1:0", Route.CONVERSE).toolUseIds())
        .isEqualTo(ToolUseIds.ANY);
  }

  @Test
  void scriptedModelTakesWhateverConverseHas() {
    ModelProfile profile = profile("toolwire.scripted-v1:0", Route.CONVERSE);

    assertThat(profile.resultStatus()).isTrue();
    assertThat(profile.toolChoices()).containsExactlyInAnyOrder(Choice.values());
  }

  @Test
  void rowOfTheUserComesFirstAndSaysOnlyWhatDiffers() {
    ModelCatalogue mine =
        with(
            """
            {"models": [{"family": "mine", "ids": ["acme.*-chat"], "toolChoices": ["auto"]}]}
            """);

    ModelProfile profile = mine.profile(new ModelId("acme.big-chat"), Route.CONVERSE);

    assertThat(profile.family()).isEqualTo("mine");
    assertThat(profile.takes(ToolChoice.AUTO)).isTrue();
    assertThat(profile.takes(ToolChoice.ANY)).isFalse();
    assertThat(profile.images()).isTrue();
    assertThat(mine.profile(new ModelId("acme.big-chat-2")).isUnknown()).isTrue();
    assertThat(mine.profile(new ModelId("gpt-4o"), Route.CHAT).family()).isEqualTo("GPT-4");
  }

  @Test
  void whatARowSaysOfItselfHoldsOnEveryRouteButWhereItSaysOtherwise() {
    ModelCatalogue mine =
        with(
            """
            {"models": [{"family": "mine", "ids": ["acme*"], "like": "Claude 4", "sampling": false,
              "eagerInput": "none", "on": {"mantle": {"eagerInput": "tool"}}}]}
            """);

    ModelId acme = new ModelId("acme");
    assertThat(mine.profile(acme, Route.MESSAGES).eagerInput()).isEqualTo(EagerInput.NONE);
    assertThat(mine.profile(acme, Route.MANTLE).eagerInput()).isEqualTo(EagerInput.TOOL);
    assertThat(mine.profile(acme, Route.CONVERSE).resultStatus()).isTrue();
    assertThat(mine.profile(acme, Route.MANTLE).sampling()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | mine.json: expected an object, got an array",
        "{} | mine.json: models: expected an array, got nothing",
        "{\"models\":[],\"model\":1} | mine.json: unknown member model, expected models, defaults or"
            + " $schema",
        "{\"models\":[7]} | mine.json: models[0]: expected an object, got a number",
        "{\"models\":[{\"family\":\"A\"}]} | mine.json: models[0] (A): ids: expected an array, got"
            + " nothing",
        "{\"models\":[{\"ids\":[\"a\"]}]} | mine.json: models[0]: family is missing, expected a name"
            + " for people",
        "{\"models\":[{\"family\":\"A\",\"ids\":[]}]} | mine.json: models[0] (A): ids is empty,"
            + " expected a pattern such as \"acme.*\"",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"images\":\"yes\"}]} | mine.json: models[0]"
            + " (A): images: expected true or false, got \"yes\"",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"reasoning\":\"some\"}]} | mine.json:"
            + " models[0] (A): reasoning: expected never or signed or always, got some",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"toolChoices\":[\"none\"]}]} | mine.json:"
            + " models[0] (A): toolChoices: expected auto or any or named, got none",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"maxTokens\":0}]} | mine.json: models[0]"
            + " (A): maxTokens is 0, expected 1 or more",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"like\":\"B\"}]} | mine.json: models[0] (A):"
            + " like is \"B\", expected the family of a row before this one",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"on\":{\"chat\":{\"images\":1}}}]} |"
            + " mine.json: models[0] (A): on: chat: images: expected true or false, got 1",
        "{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"on\":{\"smoke\":{}}}]} | mine.json:"
            + " models[0] (A): on: expected converse or invoke or messages or chat or mantle, got"
            + " smoke"
      })
  void mistakeIsToldWithItsRowAndItsMember(String document, String message) {
    assertThatThrownBy(() -> with(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void unknownMemberIsToldWithThoseThatThereAre() {
    assertThatThrownBy(
            () -> with("{\"models\":[{\"family\":\"A\",\"ids\":[\"a\"],\"image\":true}]}"))
        .hasMessageStartingWith(
            "mine.json: models[0] (A): unknown member image, expected ids, like, on or one of"
                + " family, note, system, ")
        .hasMessageContaining("images");
  }

  private ModelProfile profile(String id, Route route) {
    return catalogue.profile(new ModelId(id), route);
  }

  private ModelCatalogue with(String document) {
    return catalogue.with(JsonText.read(document), "mine.json");
  }
}
