package dev.toolwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {

  private final ModelCatalogue catalogue = ModelCatalogue.builtIn();

  @ParameterizedTest
  @CsvSource({
    "anthropic.claude-3-haiku-20240307-v1:0, Claude 3",
    "us.anthropic.claude-3-7-sonnet-20250219-v1:0, Claude 3.7 Sonnet",
    "global.anthropic.claude-sonnet-4-5-20250929-v1:0, Claude 4",
    "anthropic.claude-opus-4-8, Claude 4.6 and newer",
    "us.anthropic.claude-sonnet-5, Claude 5",
    "global.anthropic.claude-sonnet-5-5, Claude 5.5 and Fable",
    "amazon.nova-2-lite-v1:0, Nova 2",
    "meta.llama3-70b-instruct-v1:0, Llama 3",
    "us.meta.llama3-1-70b-instruct-v1:0, Llama 3.1",
    "arn:aws:bedrock:us-east-1::foundation-model/cohere.command-r-plus-v1:0, Command R",
    "us.deepseek.r1-v1:0, DeepSeek R1",
    "toolwire.scripted-v1:0, Toolwire's own scripts",
    "acme.nobody-knows-it, unknown"
  })
  void modelIsFoundByItsIdWhateverTheRegion(String id, String family) {
    assertThat(catalogue.profile(new ModelId(id)).family()).isEqualTo(family);
  }

  @Test
  void scriptedModelTakesWhateverConverseHas() {
    ModelProfile profile = catalogue.profile(new ModelId("toolwire.scripted-v1:0"));

    assertThat(profile.resultStatus()).isTrue();
    assertThat(profile.toolChoices()).containsExactlyInAnyOrder(ModelProfile.Choice.values());
  }

  @Test
  void rowOfTheUserComesFirst() {
    ModelCatalogue mine =
        ModelCatalogue.read(
            JsonObject.MAPPER.readTree(
                """
                [{"family": "mine", "ids": ["acme.*-chat"], "system": false, "tools": true,
                  "streamingTools": false, "toolChoices": ["auto"], "resultStatus": false,
                  "images": false, "textBesideResults": false, "prefill": true}]
                """));

    ModelProfile profile = catalogue.after(mine).profile(new ModelId("acme.big-chat"));

    assertThat(profile.family()).isEqualTo("mine");
    assertThat(profile.takes(ToolChoice.AUTO)).isTrue();
    assertThat(profile.takes(ToolChoice.ANY)).isFalse();
  }

  @Test
  void rowWithoutIdsIsRefusedByNumber() {
    assertThatThrownBy(
            () -> ModelCatalogue.read(JsonObject.MAPPER.readTree("[{\"family\": \"mine\"}]")))
        .hasMessageStartingWith("row 0 of the catalogue of models: ");
  }
}
