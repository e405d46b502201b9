package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A pattern of model ids, in which `*` stands for anything, even nothing. Immutable.
///
/// Upper and lower case are the same. What is compared is the [bare id][ModelId#bare].
public final class IdPattern {

  private final String text;
  private final List<String> parts;

  /// @throws IllegalArgumentException if the pattern is blank
  @JsonCreator
  public IdPattern(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a pattern of model ids may not be blank");
    }
    this.text = text;
    this.parts = List.of(text.toLowerCase(Locale.ROOT).split("\\*", -1));
  }

  /// Whether `model` has this pattern.
  public boolean fits(ModelId model) {
    return fitsBare(model.bare());
  }

  boolean fitsBare(String id) {
    String first = parts.getFirst();
    if (!id.startsWith(first)) {
      return false;
    }
    if (parts.size() == 1) {
      return id.length() == first.length();
    }
    int from = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int at = id.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    String last = parts.getLast();
    return id.length() - last.length() >= from && id.endsWith(last);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /// The pattern as it was written.
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
