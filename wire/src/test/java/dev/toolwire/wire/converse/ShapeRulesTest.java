package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Verdict.ACCEPTED;
import static dev.toolwire.wire.converse.Verdict.CLAUDE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of every member: what the service's front end says, and what it lets pass.
class ShapeRulesTest {

  @Test
  void allBrokenConstraintsAreToldAtOnce() {
    assertThat(
            Verdict.besideHello(
                """
                "toolConfig":{"tools":[{"toolSpec":{"name":"","description":"","inputSchema":{"json":{}}}}]},
                "inferenceConfig":{"maxTokens":0,"temperature":1.5}
                """))
        .isEqualTo(
            "5 validation errors detected: Value '' at 'toolConfig.tools.1.member.toolSpec.name'"
                + " failed to satisfy constraint: Member must satisfy regular expression pattern:"
                + " [a-zA-Z0-9_-]+; Value '' at 'toolConfig.tools.1.member.toolSpec.name' failed to"
                + " satisfy constraint: Member must have length greater than or equal to 1; Value"
                + " '' at 'toolConfig.tools.1.member.toolSpec.description' failed to satisfy"
                + " constraint: Member must have length greater than or equal to 1; Value '0' at"
                + " 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have"
                + " value greater than or equal to 1; Value '1.5' at 'inferenceConfig.temperature'"
                + " failed to satisfy constraint: Member must have value less than or equal to 1");
  }

  @Test
  void whatUsersSayIsNotRepeated() {
    assertThat(
            Verdict.withClock(
                """
                [{"role":"user","content":[{"text":"hi"}]},
                 {"role":"assistant","content":[{"text":"hm"},
                   {"toolUse":{"toolUseId":"t1","name":"get.%s","input":{}}}]},
                 {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[]}}]}]
                """
                    .formatted("a".repeat(61))))
        .isEqualTo(
            "2 validation errors detected: Value at"
                + " 'messages.2.member.content.2.member.toolUse.name' failed to satisfy constraint:"
                + " Member must have length less than or equal to 64; Value at"
                + " 'messages.2.member.content.2.member.toolUse.name' failed to satisfy constraint:"
                + " Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+");
  }

  @Test
  void requiredMembersAreThere() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]},
                             {"role":"assistant","content":[
                               {"reasoningContent":{"reasoningText":{"text":null,"signature":"s"}}}]},
                             {"content":[{"text":"bye"}]}]}
                """))
        .isEqualTo(
            "2 validation errors detected: Value at"
                + " 'messages.2.member.content.1.member.reasoningContent.reasoningText.text' failed"
                + " to satisfy constraint: Member must not be null; Value at"
                + " 'messages.3.member.role' failed to satisfy constraint: Member must not be"
                + " null");
    assertThat(Verdict.besideHello("\"toolConfig\":{}"))
        .isEqualTo(
            "1 validation error detected: Value null at 'toolConfig.tools' failed to satisfy"
                + " constraint: Member must not be null");
  }

  @Test
  void aNullIsAsGoodAsNothing() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi","image":null}]}],
                 "system":null,"toolConfig":null,"requestMetadata":null}
                """))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void wordsComeFromTheirSet() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"tool","content":[{"text":"hi"}]}]}
                """))
        .isEqualTo(
            "1 validation error detected: Value at 'messages.1.member.role' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [user, assistant, system]");
    assertThat(Verdict.besideHello("\"serviceTier\":{\"type\":\"cheap\"}"))
        .isEqualTo(
            "1 validation error detected: Value 'cheap' at 'serviceTier.type' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [priority, default, flex,"
                + " reserved]");

    assertThat(Verdict.besideHello("\"serviceTier\":{\"type\":\"flex\"}")).isEqualTo(ACCEPTED);
  }

  @Test
  void listsHaveTheirLengths() {
    assertThat(Verdict.besideHello("\"toolConfig\":{\"tools\":[]}"))
        .isEqualTo(
            "1 validation error detected: Value at 'toolConfig.tools' failed to satisfy constraint:"
                + " Member must have length greater than or equal to 1");
    String ten = "\"additionalModelResponseFieldPaths\":[" + "\"/a\",".repeat(9) + "\"/a\"";
    assertThat(Verdict.besideHello(ten + ",\"/b\"]"))
        .isEqualTo(
            "1 validation error detected: Value at 'additionalModelResponseFieldPaths' failed to"
                + " satisfy constraint: Member must have length less than or equal to 10");

    assertThat(Verdict.besideHello(ten + "]")).isEqualTo(ACCEPTED);
  }

  @Test
  void metadataHasItsAlphabet() {
    String pattern = "Member must satisfy regular expression pattern: [a-zA-Z0-9\\s:_@$#=/+,-.]";

    assertThat(Verdict.besideHello("\"requestMetadata\":{\"team!\":\"radio\"}"))
        .isEqualTo(
            "1 validation error detected: Value at 'requestMetadata' failed to satisfy constraint:"
                + " Map keys must satisfy constraint: ["
                + pattern
                + "{1,256}]");
    assertThat(Verdict.besideHello("\"requestMetadata\":{\"team\":\"r\u00e4dio\"}"))
        .isEqualTo(
            "1 validation error detected: Value at 'requestMetadata' failed to satisfy constraint:"
                + " Map value must satisfy constraint: ["
                + pattern
                + "{0,256}]");
    assertThat(Verdict.besideHello("\"requestMetadata\":{}"))
        .isEqualTo(
            "1 validation error detected: Value at 'requestMetadata' failed to satisfy constraint:"
                + " Member must have length greater than or equal to 1");

    assertThat(Verdict.besideHello("\"requestMetadata\":{\"team\":\"radio @ 5:00\"}"))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void aUnionHasExactlyOneMember() {
    String keys =
        " of the following keys: text, image, toolUse, toolResult, document, video, cachePoint,"
            + " reasoningContent, citationsContent, searchResult, audio, guardContent,"
            + " toolAddition, toolRemoval.";

    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"},{}]}]}
                """))
        .isEqualTo("ContentBlock object at messages.0.content.1 must set one" + keys);
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[
                  {"text":"hi","cachePoint":{"type":"default"}}]}]}
                """))
        .isEqualTo("ContentBlock object at messages.0.content.0 must set only one" + keys);
  }

  @Test
  void membersThatNobodyKnowsAreNotTaken() {
    assertThat(
            Verdict.on(
                """
                {"messages":[{"role":"user","content":[{"text":"hi","cache_control":{}}]}]}
                """))
        .isEqualTo(
            "The model returned the following errors: messages.0.content.0.cache_control: Extra"
                + " inputs are not permitted");
    assertThat(Verdict.besideHello("\"stream\":true"))
        .isEqualTo(
            "The model returned the following errors: stream: Extra inputs are not permitted");

    assertThat(Verdict.besideHello("\"additionalModelRequestFields\":{\"stream\":true}"))
        .isEqualTo(ACCEPTED);
  }

  @Test
  void onlyAStreamSaysHowItsGuardrailWorks() {
    String request =
        """
        {"messages":[{"role":"user","content":[{"text":"hi"}]}],
         "guardrailConfig":{"guardrailIdentifier":"gr1","guardrailVersion":"DRAFT",
                            "streamProcessingMode":"async"}}
        """;

    assertThat(Verdict.on(CLAUDE, request))
        .isEqualTo(
            "The model returned the following errors: guardrailConfig.streamProcessingMode: Extra"
                + " inputs are not permitted");

    assertThat(Verdict.inStream(CLAUDE, request)).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"messages":"hi"}                                                  | Expected list or null
          {"messages":{}}                                                    | Start of structure or map found where not expected.
          {"messages":["hi"]}                                                | Expected null
          {"messages":[{"role":"user","content":"hi"}]}                      | Expected list or null
          {"messages":[{"role":"user","content":[{"text":5}]}]}              | NUMBER_VALUE can not be converted to a String
          {"messages":[{"role":"user","content":[{"text":{}}]}]}             | Start of structure or map found where not expected.
          {"messages":[{"role":"user","content":[{"text":["hi"]}]}]}         | Start of list found where not expected
          {"inferenceConfig":[]}                                             | Start of list found where not expected
          {"inferenceConfig":{"maxTokens":"5"}}                              | STRING_VALUE can not be converted to an Integer
          {"inferenceConfig":{"maxTokens":1.5}}                              | NUMBER_VALUE can not be converted to an Integer
          {"inferenceConfig":{"topP":true}}                                  | TRUE_VALUE can not be converted to a Float
          {"toolConfig":{"tools":[{"toolSpec":{"strict":"yes"}}]}}           | STRING_VALUE can not be converted to an Boolean
          {"messages":[{"content":[{"image":{"source":{"bytes":"*"}}}]}]}    | STRING_VALUE can not be converted to a Blob: expected base64
          [1]                                                                | Start of list found where not expected
          "hi"                                                               | Expected null
          """)
  void aValueOfAnotherTypeCannotBeRead(String request, String message) {
    assertThat(Verdict.on(request)).isEqualTo("400 SerializationException: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"inferenceConfig\":{\"maxTokens\":1,\"temperature\":0,\"topP\":1.0,\"stopSequences\":[\"x\"]}",
        "\"performanceConfig\":{\"latency\":\"optimized\"}",
        "\"outputConfig\":{\"effort\":\"high\"}",
        "\"system\":[{\"text\":\"Be brief.\"},{\"cachePoint\":{\"type\":\"default\",\"ttl\":\"1h\"}}]",
        "\"toolConfig\":{\"tools\":[{\"systemTool\":{\"name\":\"nova_grounding\"}}]}"
      })
  void whatTheReferenceAllowsIsTaken(String members) {
    assertThat(Verdict.besideHello(members)).isEqualTo(ACCEPTED);
  }

  @Test
  void countlessErrorsAreCountedButNotAllTold() {
    String empty = "\"\",".repeat(149) + "\"\"";

    String verdict = Verdict.besideHello("\"inferenceConfig\":{\"stopSequences\":[" + empty + "]}");

    assertThat(verdict).startsWith("150 validation errors detected: Value '' at");
    assertThat(verdict.split("; ", -1)).hasSize(BrokenConstraints.MOST_TOLD);
  }
}
