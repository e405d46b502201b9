package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import java.io.PrintWriter;

/// Shows the answer and nothing else. Only when a run has ended is it known which of the model's
/// texts was its answer.
record AnswerScreen(PrintWriter out) implements Screen {

  @Override
  public void show(LoopEvent event) {}

  @Override
  public void end(Outcome outcome) {
    var answer = Screen.answer(outcome);
    if (!answer.isEmpty()) {
      out.println(Printable.text(answer));
    }
  }
}
