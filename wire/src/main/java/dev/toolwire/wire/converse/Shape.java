package dev.toolwire.wire.converse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a value in a request may look like, in the terms of the service's interface description.
/// The shapes of a Converse request are in [RequestShapes]; [ShapeRules] compares.
sealed interface Shape {

  int NO_LIMIT = Integer.MAX_VALUE;

  /// An object with named members, of which some are required.
  record Structure(Map<String, Shape> members, Set<String> required) implements Shape {}

  /// An object with exactly one of these members.
  ///
  /// @param name what errors call it
  record Union(String name, Map<String, Shape> members) implements Shape {}

  record Items(Shape item, int min, int max) implements Shape {}

  /// An object with members of any name.
  record Entries(Text key, Shape value, int min, int max) implements Shape {}

  /// A string.
  ///
  /// @param min in characters, as is `max`
  /// @param pattern what the whole text must fit; null for any
  record Text(int min, int max, @Nullable Pattern pattern) implements Shape {}

  /// A text out of a fixed set.
  record Word(List<String> words) implements Shape {}

  record Whole(int min) implements Shape {}

  record Fraction(int min, int max) implements Shape {}

  record Flag() implements Shape {}

  /// Bytes in base64.
  record Blob(int min) implements Shape {}

  /// JSON of any kind.
  record Document() implements Shape {}

  /// A member of a structure or a union.
  record Member(String name, Shape shape, boolean required) {}

  static Member must(String name, Shape shape) {
    return new Member(name, shape, true);
  }

  static Member may(String name, Shape shape) {
    return new Member(name, shape, false);
  }

  static Structure structure(Member... members) {
    Set<String> required = new LinkedHashSet<>();
    for (Member member : members) {
      if (member.required()) {
        required.add(member.name());
      }
    }
    return new Structure(named(members), Collections.unmodifiableSet(required));
  }

  static Union union(String name, Member... members) {
    return new Union(name, named(members));
  }

  private static Map<String, Shape> named(Member... members) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Member member : members) {
      shapes.put(member.name(), member.shape());
    }
    return Collections.unmodifiableMap(shapes);
  }

  static Items listOf(Shape item) {
    return listOf(item, 0, NO_LIMIT);
  }

  static Items listOf(Shape item, int min, int max) {
    return new Items(item, min, max);
  }

  static Text text() {
    return text(0, NO_LIMIT);
  }

  static Text text(int min, int max) {
    return new Text(min, max, null);
  }

  static Text text(int min, int max, String pattern) {
    return new Text(min, max, Pattern.compile(pattern));
  }

  static Word oneOf(String... words) {
    return new Word(List.of(words));
  }
}
