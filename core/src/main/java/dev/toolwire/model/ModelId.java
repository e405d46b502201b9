package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a provider calls a model: an id, an inference profile or an ARN, without the provider's
/// name.
public record ModelId(@JsonValue String value) {

  private static final Pattern REGION =
      Pattern.compile("^(us|eu|apac|jp|au|ca|us-gov|global)\\.(?=.+\\.)");

  @JsonCreator
  public ModelId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a model id may not be blank");
    }
  }

  /// Whether the id has the [pattern][IdPattern].
  public boolean fits(String pattern) {
    return new IdPattern(pattern).fits(this);
  }

  /// The id by which a model is known whatever the way to it: without its region (`us.`, `eu.`,
  /// `global.` and so on), of an ARN or a path the part after the last slash, in lower case.
  String bare() {
    String last = value.substring(value.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return REGION.matcher(last).replaceFirst("");
  }

  @Override
  public String toString() {
    return value;
  }
}
