package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.Reply;
import java.util.List;

/// What follows from a complete answer. Whether it holds calls decides, not whether its stop reason
/// says so: models say `end_turn` with calls and `tool_use` without.
final class Verdict {

  /// What a stop reason leaves of an answer.
  private enum Worth {
    /// It is what the model wanted to say.
    WHOLE,
    /// Its last block may be cut.
    CUT,
    /// The model wants to be asked again; we do so only with results.
    UNFINISHED,
    /// It may not be used.
    VOID
  }

  private Verdict() {}

  static Step on(Run run, Reply reply, Workbench bench) {
    List<ContentBlock> content = Tidying.tidy(reply.content());
    List<ToolUse> calls = Tidying.calls(content);
    boolean usable =
        switch (worth(reply.stopReason())) {
          case WHOLE -> true;
          case CUT -> !calls.isEmpty() && mayRun(run, calls);
          case UNFINISHED -> !calls.isEmpty();
          case VOID -> false;
        };
    if (!usable) {
      return run.end(state -> new Outcome.Stopped(reply, state));
    }
    if (calls.isEmpty()) {
      commit(run, content);
      return run.end(state -> new Outcome.Answered(reply, state));
    }
    return run.budget()
        .beforeCalls(run.state().spent(), calls.size())
        .map(limit -> run.limited(limit, reply.content()))
        .orElseGet(() -> ToolTurn.of(run, content, bench));
  }

  private static boolean mayRun(Run run, List<ToolUse> calls) {
    boolean cut = calls.stream().anyMatch(call -> call.input() instanceof ToolInput.Truncated);
    return !cut
        || (run.loop().cutInput() == CutInput.ASK_AGAIN
            && !Budget.hasSeenCutInput(run.state().conversation()));
  }

  private static void commit(Run run, List<ContentBlock> content) {
    if (!content.isEmpty()) {
      Conversation before = run.state().conversation();
      run.update(run.state().withConversation(before.with(new Message(Role.ASSISTANT, content))));
    }
  }

  private static Worth worth(StopReason reason) {
    return switch (reason) {
      case StopReason.Known known ->
          switch (known) {
            case END_TURN, TOOL_USE, STOP_SEQUENCE, COMPACTION -> Worth.WHOLE;
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> Worth.CUT;
            case PAUSE_TURN -> Worth.UNFINISHED;
            case GUARDRAIL_INTERVENED,
                CONTENT_FILTERED,
                MALFORMED_MODEL_OUTPUT,
                MALFORMED_TOOL_USE,
                REFUSAL ->
                Worth.VOID;
          };
      case StopReason.Other _ -> Worth.WHOLE;
    };
  }
}
