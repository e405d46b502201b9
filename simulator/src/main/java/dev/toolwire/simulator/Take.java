package dev.toolwire.simulator;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer with all its words, ready to be played.
///
/// @param unscripted why no script has this answer, if none has
record Take(
    List<Block> blocks,
    StopReason stop,
    Usage usage,
    Pace pace,
    List<Fault> faults,
    Optional<String> unscripted) {

  /// A block of the answer.
  sealed interface Block {

    /// What there is of the block in characters.
    int length();

    /// The block, cut.
    Block first(int characters);
  }

  /// Reasoning; an empty signature means unsigned.
  record Thought(String text, String signature) implements Block {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public Thought first(int characters) {
      return new Thought(Take.first(text, characters), "");
    }
  }

  record Speech(String text) implements Block {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public Speech first(int characters) {
      return new Speech(Take.first(text, characters));
    }
  }

  /// A call.
  ///
  /// @param input the text of its input, which may be no JSON at all
  /// @param eager whether the input was wanted as it is generated
  record Call(String id, String tool, String input, boolean eager) implements Block {
    @Override
    public int length() {
      return input.length();
    }

    Call withId(String other) {
      return new Call(other, tool, input, eager);
    }

    Call withInput(String text) {
      return new Call(id, tool, text, eager);
    }

    @Override
    public Call first(int characters) {
      return withInput(Take.first(input, characters));
    }
  }

  Take {
    blocks = List.copyOf(blocks);
    faults = List.copyOf(faults);
  }

  /// As many characters, but never half of a surrogate pair.
  private static String first(String text, int characters) {
    int end = Math.min(characters, text.length());
    boolean splits =
        end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end);
  }

  static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::length).sum();
  }

  /// The beginning of `blocks`.
  static List<Block> cut(List<Block> blocks, int characters) {
    List<Block> kept = new ArrayList<>();
    int left = characters;
    for (Block block : blocks) {
      if (left <= 0 && !kept.isEmpty()) {
        break;
      }
      kept.add(block.length() > left ? block.first(Math.max(0, left)) : block);
      left -= block.length();
    }
    return kept;
  }

  Take withBlocks(List<Block> others) {
    return new Take(others, stop, usage, pace, faults, unscripted);
  }

  Take withStop(StopReason reason) {
    return new Take(blocks, reason, usage, pace, faults, unscripted);
  }

  /// What a stream says of the usage when it begins: of its own tokens no more than the first.
  Usage usageAtStart() {
    return new Usage(
        usage.inputTokens(),
        Math.min(1, usage.outputTokens()),
        usage.cacheReadInputTokens(),
        usage.cacheWriteInputTokens(),
        usage.extra());
  }

  /// Whether a call has an input that an answer in one piece cannot hold.
  boolean isUnsayableWhole() {
    return stop != StopReason.Known.MAX_TOKENS
        && content().stream()
            .anyMatch(block ->
                block instanceof ToolUse call && call.input() instanceof ToolInput.Malformed);
  }

  /// The blocks as a whole answer has them. The input of a call that was cut is empty there.
  List<ContentBlock> content() {
    List<ContentBlock> content = new ArrayList<>();
    for (Block block : blocks) {
      content.add(
          switch (block) {
            case Thought(String text, String signature) -> new Reasoning(text, signature);
            case Speech(String text) -> new Text(text);
            case Call(String id, String tool, String input, _) ->
                new ToolUse(new ToolUseId(id), new ToolName(tool), whole(ToolInput.of(input)));
          });
    }
    return content;
  }

  private ToolInput whole(ToolInput input) {
    boolean cut = stop == StopReason.Known.MAX_TOKENS && input instanceof ToolInput.Malformed;
    return cut ? new ToolInput.Parsed(JsonObject.EMPTY) : input;
  }
}
