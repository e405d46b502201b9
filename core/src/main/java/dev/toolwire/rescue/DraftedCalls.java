package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// The calls of one group that were begun before they were whole.
final class DraftedCalls {

  private static final class Drafted {
    private final int index;
    private final String tool;
    private final JsonObject extra;
    private final StringBuilder input = new StringBuilder();
    private boolean ended;

    private Drafted(int index, String tool, JsonObject extra) {
      this.index = index;
      this.tool = tool;
      this.extra = extra;
    }

    private boolean became(CallBlock block) {
      return !CallIds.isUsable(block.id())
          && block.tool().equals(tool)
          && block.extra().equals(extra)
          && (ended
              ? block.input().contentEquals(input)
              : block.input().startsWith(input.toString()));
    }
  }

  private final BlockWriter out;
  private final CallIds ids;
  private final List<Drafted> drafted = new ArrayList<>();

  DraftedCalls(BlockWriter out, CallIds ids) {
    this.out = out;
    this.ids = ids;
  }

  boolean isEmpty() {
    return drafted.isEmpty();
  }

  /// Writes a piece of a call's input; the first one begins the call.
  void write(Finding.Draft piece) {
    if (piece.number() == drafted.size()) {
      JsonObject extra = piece.provenance().toExtra();
      int index = out.beginCall(piece.tool(), ids.next(""), extra);
      drafted.add(new Drafted(index, piece.tool(), extra));
    }
    Drafted call = drafted.get(piece.number());
    call.input.append(piece.input());
    out.input(call.index, piece.input());
    if (piece.isWhole()) {
      out.endCall(call.index);
      call.ended = true;
    }
  }

  /// Whether what came of the group is what was begun.
  boolean became(List<CallBlock> blocks) {
    if (blocks.size() < drafted.size()) {
      return false;
    }
    for (int i = 0; i < drafted.size(); i++) {
      if (!drafted.get(i).became(blocks.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Writes what is missing of `blocks`, and forgets them.
  void complete(List<CallBlock> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      CallBlock block = blocks.get(i);
      if (i >= drafted.size()) {
        out.call(block, ids.next(block.id()));
      } else if (!drafted.get(i).ended) {
        Drafted call = drafted.get(i);
        out.input(call.index, block.input().substring(call.input.length()));
        out.endCall(call.index);
      }
    }
    drafted.clear();
  }
}
