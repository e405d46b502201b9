package dev.toolwire.rescue;

/// Reads on from wherever the text that has arrived ends, one small step after the other.
interface StepReader {

  /// Takes what can be taken at once.
  Answer step(Window in);

  /// Reads until an [Answer] other than [Answer#ON] comes.
  default Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON) {
      answer = step(in);
    }
    return answer;
  }
}
