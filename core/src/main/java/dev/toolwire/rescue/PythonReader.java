package dev.toolwire.rescue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one Python call, `tide_at(port="Brest", days=3)`, from the first character of its name.
final class PythonReader implements CallReader {

  private final BodyTerms terms;
  private final StringBuilder name = new StringBuilder();
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private @Nullable PythonArguments arguments;
  private boolean argumentsEnded;
  private char quote;
  private boolean quotedCall;
  private boolean printed;

  PythonReader(BodyTerms terms) {
    this.terms = terms;
  }

  @Override
  public List<RawCall> calls() {
    return arguments != null && argumentsEnded ? List.of(arguments.call(repairs)) : List.of();
  }

  @Override
  public boolean isPython() {
    return true;
  }

  /// The name as far as it is known; empty before its bracket.
  @Override
  public String nameSoFar() {
    return arguments == null ? "" : name.toString();
  }

  @Override
  public Answer step(Window in) {
    if (arguments == null) {
      return name(in);
    }
    if (argumentsEnded) {
      return afterCall(in);
    }
    Answer answer = arguments.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    argumentsEnded = true;
    return Answer.ON;
  }

  private Answer name(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == '(' && !name.isEmpty()) {
      in.skip(1);
      return opened();
    }
    if ((c == '"' || c == '\'') && name.isEmpty() && quote == 0) {
      quote = (char) c;
    } else if (c == quote && quote != 0 && !name.isEmpty()) {
      quote = 0;
      repairs.add(TextRepair.NAME);
    } else if (Texts.isNamePart(c) && name.length() < RescueTools.LONGEST_NAME) {
      name.append((char) c);
    } else if (c != ' ' || name.isEmpty()) {
      return Answer.REFUSED;
    }
    in.skip(1);
    return Answer.ON;
  }

  private Answer opened() {
    boolean mayPrint = terms.has(Format.Trait.UNWRAPS_PRINT) && !printed;
    if (mayPrint && name.toString().equals("print") && terms.tools().exact("print") == null) {
      printed = true;
      name.setLength(0);
      return Answer.ON;
    }
    if (quote != 0) {
      quotedCall = true;
      repairs.add(TextRepair.QUOTED_CALL);
    }
    Drafts.Draft draft = terms.drafts().begin(repairs.isEmpty() ? name.toString() : "");
    arguments = new PythonArguments(terms, name.toString(), draft);
    return Answer.ON;
  }

  private Answer afterCall(Window in) {
    if (quotedCall) {
      int c = in.peek();
      if (c == quote) {
        in.skip(1);
        quotedCall = false;
        return Answer.ON;
      }
      return c < 0 ? in.shortage() : Answer.REFUSED;
    }
    if (printed) {
      if (!in.skipBlank()) {
        return Answer.MORE;
      }
      int c = in.peek();
      if (c == ')') {
        in.skip(1);
        printed = false;
        return Answer.ON;
      }
      return c < 0 ? in.shortage() : Answer.REFUSED;
    }
    return Answer.DONE;
  }
}
