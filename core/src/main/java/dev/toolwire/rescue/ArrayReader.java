package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads the objects of an array one by one, so that a broken one does not spoil the others. Begins
/// behind the bracket.
final class ArrayReader implements CallReader {

  private enum State {
    BETWEEN,
    ITEM,
    BROKEN_ITEM
  }

  private final BodyTerms terms;
  private final List<RawCall> calls = new ArrayList<>();
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final BalancedText broken = new BalancedText();
  private ObjectReader item;
  private State state = State.BETWEEN;
  private boolean others;
  private boolean comma;
  private boolean any;

  ArrayReader(BodyTerms terms) {
    this.terms = terms;
    this.item = new ObjectReader(terms);
  }

  @Override
  public Answer step(Window in) {
    return switch (state) {
      case BETWEEN -> between(in);
      case ITEM -> item(in);
      case BROKEN_ITEM -> brokenItem(in);
    };
  }

  private Answer between(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == ']') {
      in.skip(1);
      if (comma) {
        repairs.add(TextRepair.COMMAS);
      }
      return Answer.DONE;
    }
    if (c == ',') {
      comma = true;
      in.skip(1);
      return Answer.ON;
    }
    if (any && !comma) {
      repairs.add(TextRepair.COMMAS);
    }
    comma = false;
    any = true;
    item = new ObjectReader(terms, terms.depth() - 1);
    state = State.ITEM;
    return Answer.ON;
  }

  private Answer item(Window in) {
    Answer answer = item.read(in);
    if (answer == Answer.DONE) {
      calls.addAll(item.calls());
      others |= item.others();
      state = State.BETWEEN;
      return Answer.ON;
    }
    if (answer == Answer.REFUSED && terms.format().kind() != Format.Kind.NEUTRAL) {
      String name = item.nameSoFar();
      if (!name.isEmpty()) {
        calls.add(RawCall.broken(name, RawCall.UNREADABLE));
      }
      broken.begin(item.openBrackets());
      state = State.BROKEN_ITEM;
      return Answer.ON;
    }
    return answer;
  }

  private Answer brokenItem(Window in) {
    Answer answer = broken.read(in);
    if (answer != Answer.DONE && answer != Answer.REFUSED) {
      return answer;
    }
    state = State.BETWEEN;
    return in.peek() == ',' || in.peek() == ']' ? Answer.ON : Answer.REFUSED;
  }

  @Override
  public List<RawCall> calls() {
    return calls.stream().map(call -> call.with(repairs)).toList();
  }

  @Override
  public boolean others() {
    return others;
  }

  @Override
  public String nameSoFar() {
    return state == State.ITEM ? item.nameSoFar() : "";
  }
}
