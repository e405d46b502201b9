package dev.toolwire.bench.loop;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.SdkToken;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/// The conversation in the AWS SDK's types, for both of its clients.
final class AwsTalk {

  private static final ToolConfiguration COUNTING =
      ToolConfiguration.builder()
          .tools(
              tool(Peppers.COUNT, Peppers.COUNT_SAYS, Peppers.COUNT_SCHEMA),
              tool(Peppers.MULTIPLY, Peppers.MULTIPLY_SAYS, Peppers.MULTIPLY_SCHEMA))
          .build();
  private static final ToolConfiguration WRITING =
      ToolConfiguration.builder()
          .tools(tool(Peppers.WRITE, Peppers.WRITE_SAYS, Peppers.WRITE_SCHEMA))
          .build();

  private AwsTalk() {}

  private record BearerKey() implements SdkToken {
    @Override
    public String token() {
      return "key";
    }

    @Override
    public Optional<Instant> expirationTime() {
      return Optional.empty();
    }
  }

  static <B extends AwsClientBuilder<B, C> & BedrockRuntimeBaseClientBuilder<B, C>, C> C client(
      B builder, int port, boolean signed) {
    builder.region(Region.US_EAST_1).endpointOverride(URI.create("http://127.0.0.1:" + port));
    return signed
        ? builder
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
            .build()
        : builder
            .tokenProvider(StaticTokenProvider.create(new BearerKey()))
            .authSchemeProvider(parameters ->
                List.of(AuthSchemeOption.builder().schemeId("smithy.api#httpBearerAuth").build()))
            .build();
  }

  private static Tool tool(String name, String says, String schema) {
    return Tool.fromToolSpec(
        ToolSpecification.builder()
            .name(name)
            .description(says)
            .inputSchema(ToolInputSchema.fromJson(document(schema)))
            .build());
  }

  static ToolConfiguration tools(String model) {
    return model.equals(Peppers.LONG_INPUT_MODEL) ? WRITING : COUNTING;
  }

  static List<Message> question() {
    List<Message> messages = new ArrayList<>();
    messages.add(
        Message.builder()
            .role(ConversationRole.USER)
            .content(ContentBlock.fromText(Peppers.QUESTION))
            .build());
    return messages;
  }

  /// Adds an answer and, if it calls tools, their results; false if it is the last.
  static boolean goOn(Message answer, List<Message> messages) {
    messages.add(answer);
    List<ContentBlock> results = new ArrayList<>();
    for (ContentBlock block : answer.content()) {
      if (block.toolUse() != null) {
        results.add(ContentBlock.fromToolResult(result(block.toolUse())));
      }
    }
    if (results.isEmpty()) {
      return false;
    }
    messages.add(Message.builder().role(ConversationRole.USER).content(results).build());
    return true;
  }

  private static ToolResultBlock result(ToolUseBlock call) {
    var input = call.input().asMap();
    String text = Peppers.run(call.name(), name -> member(input, name));
    return ToolResultBlock.builder()
        .toolUseId(call.toolUseId())
        .content(ToolResultContentBlock.fromText(text))
        .build();
  }

  private static String member(Map<String, Document> input, String name) {
    return Objects.requireNonNull(input.get(name), name).asString();
  }

  static String text(Message answer) {
    return answer.content().getFirst().text();
  }

  /// JSON text as the SDK wants it.
  static Document document(String json) {
    return document(JsonNodeParser.create().parse(json));
  }

  private static Document document(JsonNode node) {
    if (node.isObject()) {
      Document.MapBuilder members = Document.mapBuilder();
      node.asObject().forEach((name, value) -> members.putDocument(name, document(value)));
      return members.build();
    }
    if (node.isArray()) {
      Document.ListBuilder elements = Document.listBuilder();
      node.asArray().forEach(value -> elements.addDocument(document(value)));
      return elements.build();
    }
    if (node.isNumber()) {
      return Document.fromNumber(node.asNumber());
    }
    return node.isBoolean()
        ? Document.fromBoolean(node.asBoolean())
        : Document.fromString(node.asString());
  }
}
