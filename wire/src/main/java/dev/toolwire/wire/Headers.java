package dev.toolwire.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// HTTP header fields in order; names are compared without regard to case. Immutable.
public final class Headers {

  public static final Headers NONE = new Headers(List.of());

  /// One field.
  private record Field(String name, String value) {}

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = fields;
  }

  /// These fields.
  ///
  /// @param namesAndValues a name, its value, the next name and so on
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("header " + namesAndValues.length + " has no value");
    }
    List<Field> fields = new ArrayList<>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(List.copyOf(fields));
  }

  /// These fields and one more.
  public Headers and(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Headers(List.copyOf(more));
  }

  /// These fields, with `name` set to `value` in place of what it was.
  public Headers with(String name, String value) {
    return without(name).and(name, value);
  }

  /// These fields, with each of `others` in place of those of its name.
  public Headers withAll(Headers others) {
    List<Field> all = new ArrayList<>(fields);
    all.removeIf(field -> others.first(field.name()).isPresent());
    all.addAll(others.fields);
    return new Headers(List.copyOf(all));
  }

  public Headers without(String name) {
    return new Headers(
        fields.stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList());
  }

  /// The value of the first field called `name`.
  public Optional<String> first(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  public void forEach(BiConsumer<String, String> action) {
    fields.forEach(field -> action.accept(field.name(), field.value()));
  }

  /// The names only: values may be secrets.
  @Override
  public String toString() {
    return fields.stream().map(Field::name).toList().toString();
  }
}
