package dev.toolwire.cli;

import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.Decision;
import dev.toolwire.loop.LoopState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks the person at the terminal about each call that needs approval; with nobody there, declines
/// in words that the model can pass on.
final class Approvals {

  private static final Decision NOBODY_THERE =
      new Decision.Decline(
          "Declined: this call needs a person's approval and nobody is there to give it. Do not"
              + " repeat it; tell the user to run the command in a terminal.");

  private final Surroundings around;
  private final PrintWriter screen;
  private final BufferedReader answers;

  /// @param screen where questions are written
  Approvals(Surroundings around, PrintWriter screen) {
    this.around = around;
    this.screen = screen;
    this.answers = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
  }

  void tell(String line) {
    screen.println(line);
  }

  /// A decision for each call that waits.
  ///
  /// @throws IOException if the answers cannot be read
  Map<ToolUseId, Decision> decide(LoopState state) throws IOException {
    var calls = state.pending().calls();
    return around.terminal().getAsBoolean() ? ask(calls) : declineAll(calls);
  }

  private static Map<ToolUseId, Decision> declineAll(List<ToolUse> calls) {
    var decisions = new HashMap<ToolUseId, Decision>();
    calls.forEach(call -> decisions.put(call.id(), NOBODY_THERE));
    return decisions;
  }

  private Map<ToolUseId, Decision> ask(List<ToolUse> calls) throws IOException {
    var decisions = new HashMap<ToolUseId, Decision>();
    for (var call : calls) {
      decisions.put(call.id(), ask(call));
    }
    return decisions;
  }

  private Decision ask(ToolUse call) throws IOException {
    screen.println(
        "%s wants to run with %s"
            .formatted(
                call.name(), Printable.line(CallText.of(call.input()), CallsScreen.LONGEST)));
    while (true) {
      var answer = prompt("Run it? y(es), n(o) or e(dit the input): ");
      switch (answer) {
        case "y", "yes" -> {
          return Decision.APPROVE;
        }
        case "n", "no", "" -> {
          return Decision.decline();
        }
        case "e", "edit" -> {
          try {
            return new Decision.Edit(JsonObject.parse(prompt("New input, as JSON on one line: ")));
          } catch (IllegalArgumentException notAnObject) {
            screen.println(notAnObject.getMessage());
          }
        }
        default -> screen.println("Please answer y, n or e.");
      }
    }
  }

  /// A line from the person; empty at the end of the input.
  private String prompt(String question) throws IOException {
    screen.print(question);
    screen.flush();
    var line = answers.readLine();
    return line == null ? "" : line.strip();
  }
}
