package dev.toolwire.simulator;

import java.util.List;
import java.util.stream.Stream;

/// Where a conversation stands when the model is to speak: what a script matches on.
///
/// @param system the texts of the system prompt
/// @param userTexts what the user said, in order
/// @param latest the results of the last message, in order
/// @param earlier the other results since the user last said something
/// @param round how many times the model has spoken since then, and one more
record Situation(
    List<String> system,
    List<String> userTexts,
    List<AnsweredCall> latest,
    List<AnsweredCall> earlier,
    int round) {

  /// Everything that tells the model what to do: the system prompt, and what the user said.
  List<String> instructions() {
    return Stream.concat(system.stream(), userTexts.stream()).toList();
  }

  /// What the user said last; empty if nothing.
  String question() {
    return userTexts.isEmpty() ? "" : userTexts.getLast();
  }
}
