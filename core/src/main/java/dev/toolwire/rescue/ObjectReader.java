package dev.toolwire.rescue;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one value that is a call, or holds calls: `{"name":"tide_at","arguments":{…}}`.
final class ObjectReader implements CallReader {

  private final BodyTerms terms;
  private final ValueReader value;
  private final List<RawCall> calls = new ArrayList<>();
  private boolean others;

  ObjectReader(BodyTerms terms) {
    this(terms, terms.depth());
  }

  ObjectReader(BodyTerms terms, int depth) {
    this.terms = terms;
    this.value = new ValueReader(false, depth, new ArgumentsDraft(terms.drafts(), this::plainName));
  }

  /// The name, if nothing had to be mended to read it.
  private String plainName() {
    return value.repairs().isEmpty() ? nameSoFar() : "";
  }

  @Override
  public Answer step(Window in) {
    Answer answer = value.read(in);
    if (answer == Answer.DONE || (mayLackBrace(in, answer) && value.closeMissingBrace())) {
      take(value.value());
      return Answer.DONE;
    }
    return answer;
  }

  /// Whether the value ends where a brace should stand: at the end, or before a marker.
  private static boolean mayLackBrace(Window in, Answer answer) {
    int c = in.peek();
    return switch (answer) {
      case CUT -> !in.isCut();
      case REFUSED -> c == '<' || c == '`' || c == '[';
      case ON, MORE, DONE -> false;
    };
  }

  private void take(JsonNode read) {
    if (terms.format().equals(Formats.PAIR) && isPair(read)) {
      calls.add(RawCall.of(read.get(0).stringValue(), (ObjectNode) read.get(1), value.repairs()));
      return;
    }
    CallShapes.Shape shape =
        CallShapes.of(read, terms.tools(), terms.has(Format.Trait.KEYS_ARE_NAMES), value.repairs());
    calls.addAll(shape.calls());
    others = shape.others();
  }

  private static boolean isPair(JsonNode read) {
    return read instanceof ArrayNode pair
        && pair.size() == 2
        && pair.get(0).isString()
        && pair.get(1) instanceof ObjectNode;
  }

  @Override
  public List<RawCall> calls() {
    return calls;
  }

  @Override
  public boolean others() {
    return others;
  }

  /// How many brackets are open where the reader stands.
  int openBrackets() {
    return value.containers().size();
  }

  @Override
  public String nameSoFar() {
    ObjectNode object = value.containers().soFar();
    if (object == null) {
      return "";
    }
    for (String key : CallShapes.NAMES) {
      if (object.path(key).isString()) {
        return object.path(key).stringValue();
      }
    }
    String key = value.containers().keySoFar();
    return terms.may(Body.KEYED) && terms.tools().exact(key) != null ? key : "";
  }
}
