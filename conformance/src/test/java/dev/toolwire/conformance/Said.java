package dev.toolwire.conformance;

import java.util.List;

/// What a model said in a conversation, whatever SDK it came through.
///
/// @param turns one after the other, the last without a call
record Said(List<Turn> turns) {

  /// @param text all of it; empty if there is none
  record Turn(String text, List<Call> calls) {}

  /// @param input as JSON
  record Call(String id, String name, String input) {}

  Said {
    turns = List.copyOf(turns);
  }

  /// The last words.
  String answer() {
    return turns.getLast().text();
  }

  /// The names of the tools that were called, by turn.
  List<List<String>> calls() {
    return turns.stream()
        .map(turn -> turn.calls().stream().map(Call::name).toList())
        .filter(names -> !names.isEmpty())
        .toList();
  }
}
