package dev.toolwire.wire.messages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a value in a request may look like. The shapes of a Messages request are in
/// [RequestShapes]; [ShapeRules] compares.
sealed interface Shape {

  /// An object with named members, of which some are required.
  record Structure(Map<String, Shape> members, Set<String> required) implements Shape {}

  /// Objects of several kinds, told apart by a member.
  ///
  /// @param tag the member
  /// @param fallback the kind of one without it, or with `null`; empty if it must be there
  record Tagged(String tag, String fallback, Map<String, Structure> kinds) implements Shape {}

  /// One text, or something else.
  record TextOr(Shape other) implements Shape {}

  record Items(Shape item, int max) implements Shape {}

  /// A string.
  ///
  /// @param pattern what the whole text must fit; null for any
  record Text(int min, int max, @Nullable Pattern pattern) implements Shape {}

  /// A text out of a fixed set.
  record Word(List<String> words) implements Shape {}

  record Whole(long min) implements Shape {}

  record Fraction(double min, double max) implements Shape {}

  record Flag() implements Shape {}

  /// Bytes in base64.
  record Base64Text() implements Shape {}

  /// An object with any members.
  record Dictionary() implements Shape {}

  /// Anything.
  record Anything() implements Shape {}

  /// A member of a structure.
  record Member(String name, Shape shape, boolean required) {}

  static Member must(String name, Shape shape) {
    return new Member(name, shape, true);
  }

  static Member may(String name, Shape shape) {
    return new Member(name, shape, false);
  }

  static Structure structure(Member... members) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    for (Member member : members) {
      shapes.put(member.name(), member.shape());
      if (member.required()) {
        required.add(member.name());
      }
    }
    return new Structure(
        Collections.unmodifiableMap(shapes), Collections.unmodifiableSet(required));
  }

  static Items listOf(Shape item) {
    return new Items(item, Integer.MAX_VALUE);
  }

  static Text text() {
    return new Text(0, Integer.MAX_VALUE, null);
  }

  static Text text(String pattern) {
    return new Text(0, Integer.MAX_VALUE, Pattern.compile(pattern));
  }

  static Word oneOf(String... words) {
    return new Word(List.of(words));
  }
}
