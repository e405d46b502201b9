package dev.toolwire.loop;

/// What to do when an answer ends inside the input of a call, because it reached its token limit.
/// The call is never run.
public enum CutInput {
  /// End the run as [Outcome.Stopped]; nothing of the answer runs.
  STOP,
  /// Once since the user last spoke, answer the cut call with an error result that says so, run the
  /// others, and ask the model again; the second time, stop.
  ASK_AGAIN
}
