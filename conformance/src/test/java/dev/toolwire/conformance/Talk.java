package dev.toolwire.conformance;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/// The loop of a program that uses the SDK directly: ask, run the tools asked for, tell, ask again.
///
/// @param messages all that was said, the question first
/// @param last the turn that asked for no tool
record Talk(List<Message> messages, ConverseResponse last) {

  private static final int MOST_ROUNDS = 8;

  static ConverseRequest question(String model, String text) {
    return ConverseRequest.builder()
        .modelId(model)
        .messages(
            Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(text))
                .build())
        .toolConfig(SdkTools.ALL)
        .build();
  }

  static Talk about(SdkClient.Line line, String model, String text) {
    ConverseRequest request = question(model, text);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ConverseResponse response = line.converse(request);
      List<Message> messages = new ArrayList<>(request.messages());
      messages.add(response.output().message());
      if (response.stopReason() != StopReason.TOOL_USE) {
        return new Talk(List.copyOf(messages), response);
      }
      messages.add(answers(response.output().message()));
      request = request.toBuilder().messages(messages).build();
    }
    throw new IllegalStateException("the model still asks for tools after " + MOST_ROUNDS);
  }

  private static Message answers(Message turn) {
    List<ContentBlock> results =
        turn.content().stream()
            .filter(block -> block.toolUse() != null)
            .map(block -> ContentBlock.fromToolResult(SdkTools.run(block.toolUse())))
            .toList();
    return Message.builder().role(ConversationRole.USER).content(results).build();
  }

  /// What the model said in the end.
  String answer() {
    return last.output().message().content().getLast().text();
  }

  /// The names of the tools that were called, by round.
  List<List<String>> calls() {
    return messages.stream()
        .map(message ->
            message.content().stream()
                .filter(block -> block.toolUse() != null)
                .map(block -> block.toolUse().name())
                .toList())
        .filter(names -> !names.isEmpty())
        .toList();
  }

  List<ToolUseBlock> uses() {
    return messages.stream()
        .flatMap(message -> message.content().stream())
        .filter(block -> block.toolUse() != null)
        .map(ContentBlock::toolUse)
        .toList();
  }

  List<ToolResultBlock> results() {
    return messages.stream()
        .flatMap(message -> message.content().stream())
        .filter(block -> block.toolResult() != null)
        .map(ContentBlock::toolResult)
        .toList();
  }
}
