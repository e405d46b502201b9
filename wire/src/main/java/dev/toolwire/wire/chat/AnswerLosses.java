package dev.toolwire.wire.chat;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.Losses;
import dev.toolwire.wire.json.Leftovers;
import java.util.ArrayList;
import java.util.List;

/// What of an answer Chat has no word for. Blocks that no answer may hold are refused elsewhere.
final class AnswerLosses {

  private final List<Loss> losses = new ArrayList<>();

  private boolean called;

  private AnswerLosses() {}

  static Losses of(List<ContentBlock> content) {
    AnswerLosses lost = new AnswerLosses();
    for (int i = 0; i < content.size(); i++) {
      lost.block("content[" + i + "]", content.get(i));
    }
    return lost.losses.isEmpty() ? Losses.NONE : new Losses(lost.losses);
  }

  private void block(String path, ContentBlock block) {
    switch (block) {
      case Reasoning(_, String signature, _) when !signature.isEmpty() ->
          dropped(path + ".signature", "the signature, which Chat has no word for");
      case RedactedReasoning _ -> dropped(path, "reasoning that only its provider can read");
      case Text _ when called ->
          losses.add(new Loss(path, Loss.Kind.MOVED, "text behind calls stands before them"));
      case ToolUse call -> {
        called = true;
        extra(path, call.extra());
      }
      case Reasoning _,
          Text _,
          Citations _,
          ToolResult _,
          Image _,
          Document _,
          CachePoint _,
          Opaque _ -> {}
    }
  }

  private void extra(String path, JsonObject extra) {
    if (Leftovers.areForeign(ChatWords.WIRE, extra)) {
      dropped(path, "the members " + Leftovers.members(extra).names() + " of another wire");
    }
  }

  private void dropped(String path, String what) {
    losses.add(new Loss(path, Loss.Kind.DROPPED, what));
  }
}
