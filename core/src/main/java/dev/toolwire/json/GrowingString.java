package dev.toolwire.json;

import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.node.ValueNode;

/// A string that is still arriving, as it stands in the tree of [IncrementalJson#partial()]. The
/// same node grows with every fragment and gives way to an ordinary string node when its closing
/// quote arrives, so two of them are equal only when they are the same.
///
/// [#soFar()] costs nothing whatever the length. The methods that return a [String] copy the text
/// each time; after every small fragment of a long string, that adds up to quadratic cost.
/// [#deepCopy()] keeps the present text as an ordinary string node.
public final class GrowingString extends ValueNode {
  private static final long serialVersionUID = 1L;

  private final StringBuilder text;
  private int length;

  GrowingString(StringBuilder text) {
    this.text = text;
  }

  void growTo(int newLength) {
    length = newLength;
  }

  /// The characters that have arrived, unescaped, never ending between the two halves of a
  /// surrogate pair. The result is a view that does not change when the string grows.
  public CharSequence soFar() {
    return new Prefix(text, 0, length);
  }

  @Override
  public String stringValue() {
    return text.substring(0, length);
  }

  @Override
  public String stringValue(String defaultValue) {
    return stringValue();
  }

  @Override
  public Optional<String> stringValueOpt() {
    return Optional.of(stringValue());
  }

  @Override
  public String asString() {
    return stringValue();
  }

  @Override
  public String asString(String defaultValue) {
    return stringValue();
  }

  @Override
  public Optional<String> asStringOpt() {
    return stringValueOpt();
  }

  @Override
  public StringNode deepCopy() {
    return StringNode.valueOf(stringValue());
  }

  @Override
  public JsonNodeType getNodeType() {
    return JsonNodeType.STRING;
  }

  @Override
  public JsonToken asToken() {
    return JsonToken.VALUE_STRING;
  }

  @Override
  public void serialize(JsonGenerator generator, SerializationContext context) {
    generator.writeString(stringValue());
  }

  @Override
  protected String _valueDesc() {
    return "a string of " + length + " characters so far";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /// A stretch of a text that is only ever appended to.
  private record Prefix(StringBuilder text, int from, int length) implements CharSequence {
    @Override
    public char charAt(int index) {
      return text.charAt(from + Objects.checkIndex(index, length));
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      Objects.checkFromToIndex(start, end, length);
      return new Prefix(text, from + start, end - start);
    }

    @Override
    public String toString() {
      return text.substring(from, from + length);
    }
  }
}
