package dev.toolwire.bench.wires;

import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import java.util.ArrayList;
import java.util.List;

/// Puts the SDK's chunks together into the message that is sent back. By hand, since that costs
/// less than the SDK's own accumulator.
final class OpenAiFold {

  private static final class Call {
    private String id = "";
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Call> calls = new ArrayList<>();

  void accept(ChatCompletionChunk chunk) {
    for (ChatCompletionChunk.Choice choice : chunk.choices()) {
      choice.delta().content().ifPresent(text::append);
      choice.delta().toolCalls().ifPresent(pieces -> pieces.forEach(this::piece));
    }
  }

  private void piece(Delta.ToolCall piece) {
    if (piece.index() == calls.size()) {
      calls.add(new Call());
    }
    Call call = calls.get((int) piece.index());
    piece.id().ifPresent(id -> call.id = id);
    piece
        .function()
        .ifPresent(function -> {
          function.name().ifPresent(name -> call.name = name);
          function.arguments().ifPresent(call.arguments::append);
        });
  }

  ChatCompletionAssistantMessageParam message() {
    var message = ChatCompletionAssistantMessageParam.builder();
    if (!text.isEmpty()) {
      message.content(text.toString());
    }
    for (Call call : calls) {
      message.addToolCall(
          ChatCompletionMessageFunctionToolCall.builder()
              .id(call.id)
              .function(
                  ChatCompletionMessageFunctionToolCall.Function.builder()
                      .name(call.name)
                      .arguments(call.arguments.toString())
                      .build())
              .build());
    }
    return message.build();
  }
}
