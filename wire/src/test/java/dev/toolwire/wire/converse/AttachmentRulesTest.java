package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Verdict.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Images, documents, cache points and native fields: each rule with a request that breaks it, all
/// that the service says to it, and the nearest request that does not.
class AttachmentRulesTest {

  private static String user(String blocks) {
    return Verdict.on("{\"messages\":[{\"role\":\"user\",\"content\":[" + blocks + "]}]}");
  }

  private static String document(String name, String bytes) {
    return """
    {"document":{"format":"txt","name":"%s","source":{"bytes":"%s"}}}\
    """
        .formatted(name, bytes);
  }

  private static String documents(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> document("notes " + i, "aGk="))
        .collect(Collectors.joining(",", "", ",{\"text\":\"Sum up.\"}"));
  }

  private static String image(String bytes) {
    return """
    {"image":{"format":"png","source":{"bytes":"%s"}}}\
    """
        .formatted(bytes);
  }

  @Test
  void documentsNeedText() {
    assertThat(user(document("notes", "aGk=")))
        .isEqualTo("A text block must be included when using documents.");

    assertThat(user(document("notes", "aGk=") + ",{\"text\":\"Sum up.\"}")).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "two  spaces", "caf\u00e9", "wide\u3000space"})
  void documentsHavePlainNames(String name) {
    assertThat(user(document(name, "aGk=") + ",{\"text\":\"Sum up.\"}"))
        .isEqualTo(
            "The document file name can only contain alphanumeric characters, whitespace"
                + " characters, hyphens, parentheses, and square brackets. The name can't contain"
                + " more than one consecutive whitespace character. Check that the file name"
                + " conforms to these restrictions and retry your request.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes txt", "My_notes (2)-[new]"})
  void plainNamesAreTaken(String name) {
    assertThat(user(document(name, "aGk=") + ",{\"text\":\"Sum up.\"}")).isEqualTo(ACCEPTED);
  }

  @Test
  void documentsHaveDifferentNames() {
    String text = ",{\"text\":\"Compare.\"}";

    assertThat(user(document("notes", "aGk=") + "," + document("notes", "aG8=") + text))
        .isEqualTo("Messages can't contain duplicate document names.");

    assertThat(user(document("notes", "aGk=") + "," + document("more", "aG8=") + text))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void aRequestHasFiveDocumentsAtMost() {
    assertThat(user(documents(6)))
        .isEqualTo("You can't include more than 5 documents in a request.");

    assertThat(user(documents(5))).isEqualTo(ACCEPTED);
  }

  @Test
  void aDocumentHasItsLargestSize() {
    String largest = "AAAA".repeat(AttachmentRules.LARGEST_DOCUMENT / 4);
    String text = ",{\"text\":\"Sum up.\"}";

    assertThat(user(document("notes", largest + "AAAA") + text))
        .isEqualTo(
            "The document at messages.0.content.0 exceeds the maximum size of 4.5 MB. Try again"
                + " with a smaller document.");

    assertThat(user(document("notes", largest) + text)).isEqualTo(ACCEPTED);
  }

  @Test
  void aMessageHasTwentyImagesAtMost() {
    String twenty = (image("iVBORw==") + ",").repeat(20);

    assertThat(user(twenty + image("iVBORw==")))
        .isEqualTo("The model returned the following errors: messages: too many images: 21 > 20");

    assertThat(user(twenty + "{\"text\":\"Compare.\"}")).isEqualTo(ACCEPTED);
  }

  @Test
  void anImageHasItsLargestSize() {
    String largest = "AAAA".repeat(AttachmentRules.LARGEST_IMAGE / 4);

    assertThat(user(image(largest + "AAAA")))
        .isEqualTo(
            "The model returned the following errors: messages.0.content.0.image.source.base64:"
                + " image exceeds 5 MB maximum: 5242884 bytes > 5242880 bytes");

    assertThat(user(image(largest))).isEqualTo(ACCEPTED);
  }

  @Test
  void thereAreFourCachePointsAtMost() {
    String marked = "{\"text\":\"a\"},{\"cachePoint\":{\"type\":\"default\"}},";

    assertThat(user(marked.repeat(5) + "{\"text\":\"b\"}"))
        .isEqualTo(
            "The model returned the following errors: A maximum of 4 blocks with cache_control may"
                + " be provided. Found 5.");

    assertThat(user(marked.repeat(4) + "{\"text\":\"b\"}")).isEqualTo(ACCEPTED);
  }

  @Test
  void noCachePointFollowsReasoning() {
    String messages =
        """
        {"messages":[{"role":"user","content":[{"text":"hi"}]},
          {"role":"assistant","content":[
            {"reasoningContent":{"reasoningText":{"text":"hm","signature":"c2ln"}}},%s]},
          {"role":"user","content":[{"text":"bye"}]}]}
        """;

    assertThat(
            Verdict.on(
                messages.formatted("{\"cachePoint\":{\"type\":\"default\"}},{\"text\":\"hello\"}")))
        .isEqualTo(
            "Cache point cannot be inserted after reasoning block. Please remove the invalid cache"
                + " point and try again.");

    assertThat(
            Verdict.on(
                messages.formatted("{\"text\":\"hello\"},{\"cachePoint\":{\"type\":\"default\"}}")))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void noCachePointFollowsBlankText() {
    String system = "\"system\":[{\"text\":\"%s\"},{\"cachePoint\":{\"type\":\"default\"}}]";

    assertThat(Verdict.besideHello(system.formatted(" ")))
        .isEqualTo(
            "The model returned the following errors: system.0.text: cache_control cannot be set"
                + " for empty text blocks");

    assertThat(Verdict.besideHello(system.formatted("Be brief."))).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop_sequence", "/a~2b", "/a~"})
  void fieldPathsAreJsonPointers(String path) {
    assertThat(
            Verdict.besideHello(
                "\"additionalModelResponseFieldPaths\":[\"/stop_sequence\",\"" + path + "\"]"))
        .isEqualTo(
            "The value at additionalModelResponseFieldPaths.1 is not a valid JSON Pointer. Provide"
                + " a JSON Pointer such as /stop_sequence and try again.");

    assertThat(
            Verdict.besideHello(
                "\"additionalModelResponseFieldPaths\":[\"/stop_sequence\",\"/a~1b/0\"]"))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void nativeFieldsAreAnObject() {
    assertThat(Verdict.besideHello("\"additionalModelRequestFields\":[]"))
        .isEqualTo(
            "The format of the value at additionalModelRequestFields is invalid. Provide a json"
                + " object for the field and try again.");

    assertThat(Verdict.besideHello("\"additionalModelRequestFields\":{\"top_k\":5}"))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void theSchemaOfAnAnswerIsAJsonText() {
    String format =
        """
        "outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"%s"}}}}
        """;

    assertThat(Verdict.besideHello(format.formatted("type: object")))
        .isEqualTo(
            "The format of the value at outputConfig.textFormat.structure.jsonSchema.schema is"
                + " invalid. Provide a json object for the field and try again.");

    assertThat(Verdict.besideHello(format.formatted("{\\\"type\\\":\\\"object\\\"}")))
        .isEqualTo(ACCEPTED);
  }
}
