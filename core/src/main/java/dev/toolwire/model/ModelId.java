package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a provider calls a model: an id, an inference profile or an ARN, without the provider's
/// name.
public record ModelId(@JsonValue String value) {

  @JsonCreator
  public ModelId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a model id may not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
