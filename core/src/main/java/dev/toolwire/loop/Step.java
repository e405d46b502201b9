package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.ToolUse;
import java.util.List;

/// One stage of a run: about to ask, reading the answer, running tools.
interface Step {

  /// Does a little, waiting if it must, and says which step comes next, mostly itself. Only the
  /// thread that pulls the run calls this.
  ///
  /// @throws dev.toolwire.model.ModelException if the model gives no (whole) answer
  Step advance() throws InterruptedException;

  /// Lets go of everything that runs or waits here; a thread inside [#advance] wakes up. May be
  /// called by any thread, and more than once.
  void abort();

  /// Calls that have been started and have no result.
  default List<ToolUse> unfinished() {
    return List.of();
  }

  /// What has arrived of an answer that is not committed.
  default List<ContentBlock> uncommitted() {
    return List.of();
  }
}
