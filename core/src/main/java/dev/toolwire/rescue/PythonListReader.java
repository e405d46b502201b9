package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `tide_at(port="Brest"), now()]`, from behind the bracket.
final class PythonListReader implements CallReader {

  private final BodyTerms terms;
  private final List<RawCall> calls = new ArrayList<>();
  private @Nullable PythonReader item;

  PythonListReader(BodyTerms terms) {
    this.terms = terms;
  }

  @Override
  public Answer step(Window in) {
    if (item != null) {
      return item(in, item);
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
    item = new PythonReader(terms);
    return Answer.ON;
  }

  private Answer item(Window in, PythonReader reading) {
    Answer answer = reading.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    calls.addAll(reading.calls());
    item = null;
    return Answer.ON;
  }

  @Override
  public List<RawCall> calls() {
    return calls;
  }

  @Override
  public String nameSoFar() {
    return item != null ? item.nameSoFar() : "";
  }

  @Override
  public boolean isPython() {
    return true;
  }
}
