package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Shape.NO_LIMIT;
import static dev.toolwire.wire.converse.Shape.listOf;
import static dev.toolwire.wire.converse.Shape.may;
import static dev.toolwire.wire.converse.Shape.must;
import static dev.toolwire.wire.converse.Shape.oneOf;
import static dev.toolwire.wire.converse.Shape.structure;
import static dev.toolwire.wire.converse.Shape.text;
import static dev.toolwire.wire.converse.Shape.union;

import dev.toolwire.wire.converse.Shape.Document;
import dev.toolwire.wire.converse.Shape.Entries;
import dev.toolwire.wire.converse.Shape.Flag;
import dev.toolwire.wire.converse.Shape.Fraction;
import dev.toolwire.wire.converse.Shape.Member;
import dev.toolwire.wire.converse.Shape.Structure;
import dev.toolwire.wire.converse.Shape.Whole;
import java.util.stream.Stream;

/// The shapes of a Converse request: every member with its limits, after the Amazon Bedrock API
/// reference (`API_runtime_Converse` and `API_runtime_ConverseStream`) as of 2026-08.
final class RequestShapes {

  private RequestShapes() {}

  private static final Shape ANY_TEXT = text();
  private static final Shape SOME_TEXT = text(1, NO_LIMIT);

  private static final Shape MESSAGE =
      structure(
          must("role", oneOf("user", "assistant", "system")),
          must("content", listOf(BlockShapes.CONTENT_BLOCK)));
  private static final Shape SYSTEM =
      union(
          "SystemContentBlock",
          may("text", SOME_TEXT),
          may("guardContent", BlockShapes.GUARD_CONTENT),
          may("cachePoint", BlockShapes.CACHE_POINT));

  private static final Shape TOOL =
      union(
          "Tool",
          may(
              "toolSpec",
              structure(
                  must("name", BlockShapes.NAME),
                  may("description", SOME_TEXT),
                  must("inputSchema", union("ToolInputSchema", may("json", new Document()))),
                  may("strict", new Flag()))),
          may("systemTool", structure(must("name", BlockShapes.NAME))),
          may("cachePoint", BlockShapes.CACHE_POINT));
  private static final Shape TOOL_CONFIG =
      structure(
          must("tools", listOf(TOOL, 1, NO_LIMIT)),
          may(
              "toolChoice",
              union(
                  "ToolChoice",
                  may("auto", structure()),
                  may("any", structure()),
                  may("tool", structure(must("name", BlockShapes.NAME))))));

  private static final Shape INFERENCE_CONFIG =
      structure(
          may("maxTokens", new Whole(1)),
          may("temperature", new Fraction(0, 1)),
          may("topP", new Fraction(0, 1)),
          may("stopSequences", listOf(SOME_TEXT, 0, 2500)));
  private static final Shape OUTPUT_CONFIG =
      structure(
          may(
              "textFormat",
              structure(
                  must("type", oneOf("json_schema")),
                  must(
                      "structure",
                      union(
                          "OutputFormatStructure",
                          may(
                              "jsonSchema",
                              structure(
                                  must("schema", ANY_TEXT),
                                  may("name", ANY_TEXT),
                                  may("description", ANY_TEXT))))))),
          may("effort", text(0, 16)));
  private static final Shape METADATA =
      new Entries(
          text(1, 256, "[a-zA-Z0-9\\s:_@$#=/+,-.]{1,256}"),
          text(0, 256, "[a-zA-Z0-9\\s:_@$#=/+,-.]{0,256}"),
          1,
          16);
  private static final Shape PROMPT_VARIABLES =
      new Entries(text(), union("PromptVariableValues", may("text", ANY_TEXT)), 0, NO_LIMIT);

  private static final Member[] GUARDRAIL = {
    may(
        "guardrailIdentifier",
        text(
            0,
            2048,
            "(|([a-z0-9]+)|"
                + "(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))")),
    may("guardrailVersion", text(0, NO_LIMIT, "(|([1-9][0-9]{0,7})|(DRAFT))")),
    may("trace", oneOf("enabled", "disabled", "enabled_full"))
  };

  /// The body of a Converse request.
  static final Structure CONVERSE = request(structure(GUARDRAIL));

  /// The body of a ConverseStream request, which can say how the guardrail works on a stream.
  static final Structure CONVERSE_STREAM =
      request(
          structure(
              Stream.concat(
                      Stream.of(GUARDRAIL),
                      Stream.of(may("streamProcessingMode", oneOf("sync", "async"))))
                  .toArray(Member[]::new)));

  private static Structure request(Shape guardrail) {
    return structure(
        may("messages", listOf(MESSAGE)),
        may("system", listOf(SYSTEM)),
        may("inferenceConfig", INFERENCE_CONFIG),
        may("toolConfig", TOOL_CONFIG),
        may("guardrailConfig", guardrail),
        may("additionalModelRequestFields", new Document()),
        may("promptVariables", PROMPT_VARIABLES),
        may("additionalModelResponseFieldPaths", listOf(text(1, 256), 0, 10)),
        may("requestMetadata", METADATA),
        may("performanceConfig", structure(may("latency", oneOf("standard", "optimized")))),
        may(
            "serviceTier",
            structure(must("type", oneOf("priority", "default", "flex", "reserved")))),
        may("outputConfig", OUTPUT_CONFIG));
  }
}
