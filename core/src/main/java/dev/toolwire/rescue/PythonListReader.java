package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;

/// Reads `tide_at(port="Brest"), now()]`, from behind the bracket.
final class PythonListReader implements CallReader {

  private final BodyTerms terms;
  private final List<RawCall> calls = new ArrayList<>();
  private PythonReader item;
  private boolean inItem;

  PythonListReader(BodyTerms terms) {
    this.terms = terms;
    this.item = terms.python();
  }

  @Override
  public Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON) {
      answer = step(in);
    }
    return answer;
  }

  private Answer step(Window in) {
    if (inItem) {
      return item(in);
    }
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == ']') {
      in.skip(1);
      return Answer.DONE;
    }
    if (c == ',' || c == ';') {
      in.skip(1);
      return Answer.ON;
    }
    item = terms.python();
    inItem = true;
    return Answer.ON;
  }

  private Answer item(Window in) {
    Answer answer = item.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    calls.addAll(item.calls());
    inItem = false;
    return Answer.ON;
  }

  @Override
  public List<RawCall> calls() {
    return calls;
  }

  @Override
  public String nameSoFar() {
    return inItem ? item.nameSoFar() : "";
  }

  @Override
  public boolean isPython() {
    return true;
  }
}
