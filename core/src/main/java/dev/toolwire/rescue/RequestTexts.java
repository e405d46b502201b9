package dev.toolwire.rescue;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What was said to a model, not by it: a call that stands there was not made by the model.
final class RequestTexts {

  private final List<String> texts = new ArrayList<>();

  private RequestTexts() {}

  static List<String> of(ModelRequest request) {
    RequestTexts said = new RequestTexts();
    request.system().forEach(said::add);
    for (Message message : request.conversation().messages()) {
      if (message.role() != Role.ASSISTANT) {
        message.content().forEach(said::add);
      }
    }
    return said.texts;
  }

  private void add(SystemBlock block) {
    if (block instanceof Text(String text, _)) {
      texts.add(text);
    }
  }

  private void add(ContentBlock block) {
    if (block instanceof Text(String text, _)) {
      texts.add(text);
    } else if (block instanceof ToolResult result) {
      result.content().forEach(this::add);
    }
  }

  private void add(ResultBlock block) {
    if (block instanceof Text(String text, _)) {
      texts.add(text);
    } else if (block instanceof Json json) {
      addStrings(json.value().toNode());
    }
  }

  private void addStrings(JsonNode value) {
    if (value.isString()) {
      texts.add(value.stringValue());
    }
    value.forEach(this::addStrings);
  }
}
