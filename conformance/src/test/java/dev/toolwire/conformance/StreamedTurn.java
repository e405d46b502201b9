package dev.toolwire.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlockStart;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Puts the events of a ConverseStream together into what Converse would have answered.
///
/// The SDK calls it from one thread at a time; read it when the SDK's future is done.
final class StreamedTurn implements ConverseStreamResponseHandler.Visitor {

  private static final JsonMapper JSON = new JsonMapper();

  private final ConverseResponse.Builder response = ConverseResponse.builder();
  private final List<ConverseStreamOutput.EventType> seen = new ArrayList<>();
  private final Map<Integer, ToolUseBlockStart> calls = new TreeMap<>();
  private final Map<Integer, StringBuilder> pieces = new TreeMap<>();
  private final List<ContentBlock> content = new ArrayList<>();

  /// The same question, to be answered in a stream.
  static ConverseStreamRequest request(ConverseRequest whole) {
    return ConverseStreamRequest.builder()
        .modelId(whole.modelId())
        .messages(whole.messages())
        .toolConfig(whole.toolConfig())
        .build();
  }

  ConverseStreamResponseHandler handler() {
    return ConverseStreamResponseHandler.builder().subscriber(this).build();
  }

  /// The kinds of the events that came.
  List<ConverseStreamOutput.EventType> seen() {
    return List.copyOf(seen);
  }

  ConverseResponse response() {
    return response
        .output(output ->
            output.message(said -> said.role(ConversationRole.ASSISTANT).content(content)))
        .build();
  }

  /// An event of an unknown kind.
  @Override
  public void visitDefault(ConverseStreamOutput event) {
    seen.add(event.sdkEventType());
  }

  /// The SDK may begin a failed stream again, and then hands over all that comes from its start.
  @Override
  public void visitMessageStart(MessageStartEvent event) {
    seen.add(event.sdkEventType());
    calls.clear();
    pieces.clear();
    content.clear();
  }

  @Override
  public void visitContentBlockStart(ContentBlockStartEvent event) {
    seen.add(event.sdkEventType());
    calls.put(event.contentBlockIndex(), event.start().toolUse());
  }

  @Override
  public void visitContentBlockDelta(ContentBlockDeltaEvent event) {
    seen.add(event.sdkEventType());
    String piece =
        event.delta().toolUse() == null ? event.delta().text() : event.delta().toolUse().input();
    pieces.computeIfAbsent(event.contentBlockIndex(), _ -> new StringBuilder()).append(piece);
  }

  @Override
  public void visitContentBlockStop(ContentBlockStopEvent event) {
    seen.add(event.sdkEventType());
    ToolUseBlockStart call = calls.get(event.contentBlockIndex());
    String whole = String.valueOf(pieces.get(event.contentBlockIndex()));
    content.add(
        call == null
            ? ContentBlock.fromText(whole)
            : ContentBlock.fromToolUse(
                use -> use.toolUseId(call.toolUseId()).name(call.name()).input(input(whole))));
  }

  @Override
  public void visitMessageStop(MessageStopEvent event) {
    seen.add(event.sdkEventType());
    response.stopReason(event.stopReason());
  }

  @Override
  public void visitMetadata(ConverseStreamMetadataEvent event) {
    seen.add(event.sdkEventType());
    response.usage(event.usage());
  }

  /// The tools of these tests take nothing but strings.
  private static Document input(String json) {
    Map<String, String> members = JSON.readValue(json, new TypeReference<>() {});
    return Document.fromMap(
        members.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, member -> Document.fromString(member.getValue()))));
  }
}
