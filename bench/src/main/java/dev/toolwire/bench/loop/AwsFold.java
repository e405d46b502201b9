package dev.toolwire.bench.loop;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlockStart;

/// Puts the SDK's events together into a message, as everybody who streams with it has to.
final class AwsFold implements ConverseStreamResponseHandler.Visitor {

  private final List<ContentBlock> content = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private ToolUseBlockStart call = ToolUseBlockStart.builder().build();

  @Override
  public void visitContentBlockStart(ContentBlockStartEvent event) {
    call = event.start().toolUse();
  }

  @Override
  public void visitContentBlockDelta(ContentBlockDeltaEvent event) {
    var delta = event.delta();
    text.append(delta.toolUse() != null ? delta.toolUse().input() : delta.text());
  }

  @Override
  public void visitContentBlockStop(ContentBlockStopEvent event) {
    if (call.toolUseId() == null) {
      content.add(ContentBlock.fromText(text.toString()));
    } else {
      content.add(
          ContentBlock.fromToolUse(
              ToolUseBlock.builder()
                  .toolUseId(call.toolUseId())
                  .name(call.name())
                  .input(AwsTalk.document(text.toString()))
                  .build()));
      call = ToolUseBlockStart.builder().build();
    }
    text.setLength(0);
  }

  Message message() {
    return Message.builder().role(ConversationRole.ASSISTANT).content(content).build();
  }
}
