package dev.toolwire.bench.wires;

import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.ToolUseBlockParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the SDK's events together into the content that is sent back. By hand, since that costs
/// less than the SDK's own accumulator.
final class AnthropicFold {

  private final List<ContentBlockParam> content = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<ToolUseBlock> call = Optional.empty();

  void accept(RawMessageStreamEvent event) {
    if (event.isContentBlockDelta()) {
      delta(event.asContentBlockDelta().delta());
    } else if (event.isContentBlockStart()) {
      RawContentBlockStartEvent start = event.asContentBlockStart();
      call = start.contentBlock().toolUse();
    } else if (event.isContentBlockStop()) {
      content.add(block());
      text.setLength(0);
    }
  }

  private void delta(RawContentBlockDelta delta) {
    text.append(delta.isInputJson() ? delta.asInputJson().partialJson() : delta.asText().text());
  }

  private ContentBlockParam block() {
    String all = text.toString();
    return call.map(begun -> ContentBlockParam.ofToolUse(toolUse(begun, all)))
        .orElseGet(() -> ContentBlockParam.ofText(TextBlockParam.builder().text(all).build()));
  }

  private static ToolUseBlockParam toolUse(ToolUseBlock begun, String input) {
    return ToolUseBlockParam.builder()
        .id(begun.id())
        .name(begun.name())
        .input(AnthropicLoop.parsed(input, ToolUseBlockParam.Input.class))
        .build();
  }

  List<ContentBlockParam> content() {
    return content;
  }
}
