package dev.toolwire.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does everything that the JVM writes code for when it is first done, and tells what came of it.
public final class RenewedClasses implements Supplier<List<String>> {

  static final List<Class<?>> ALL =
      List.of(
          RenewedClasses.class,
          Shape.class,
          Dot.class,
          Circle.class,
          Pair.class,
          Nothing.class,
          Everything.class);

  sealed interface Shape {
    /// A switch in an interface.
    default String corners() {
      return switch (this) {
        case Dot _ -> "one";
        case Circle _ -> "none";
      };
    }
  }

  record Dot() implements Shape {}

  record Circle(double radius) implements Shape {}

  record Pair(@Nullable Object left, @Nullable Object right) {}

  record Nothing() {}

  record Everything(
      boolean yes,
      byte small,
      char letter,
      short few,
      int many,
      long more,
      float rough,
      double fine,
      @Nullable String text) {}

  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          "",
          "text",
          1,
          -1,
          2L,
          TimeUnit.DAYS,
          TimeUnit.HOURS,
          new Dot(),
          new Circle(1),
          new Circle(-1),
          new Pair(new Dot(), "in a pair"),
          new Pair(new Dot(), null),
          new Pair(1, "in a pair"),
          new Nothing(),
          new Everything(true, (byte) 1, 'a', (short) -2, 3, 4L, 0.5f, 0.0, "text"),
          new Everything(true, (byte) 1, 'a', (short) -2, 3, 4L, 0.5f, -0.0, "text"),
          new Everything(false, (byte) 1, 'b', (short) -2, 3, 4L, Float.NaN, 0.0, null),
          new Everything(false, (byte) 1, 'b', (short) -2, 3, 4L, Float.NaN, 0.0, null));

  @Override
  public List<String> get() {
    var said = new ArrayList<String>();
    for (var value : VALUES) {
      said.add(kind(value));
      said.add(unit(value));
      if (value instanceof Shape shape) {
        said.add(shape.corners());
      }
      if (value instanceof Record record) {
        said.add(record + " " + record.hashCode() + ", equal to " + equalTo(record));
      }
    }
    return said;
  }

  private static List<Integer> equalTo(Record record) {
    var places = new ArrayList<Integer>();
    for (int place = 0; place < VALUES.size(); place++) {
      if (record.equals(VALUES.get(place))) {
        places.add(place);
      }
    }
    return places;
  }

  /// Types, conditions that fail so that the search goes on, null, and patterns in patterns.
  private static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text when text.isEmpty() -> "empty";
      case Integer number when number < 0 -> "negative";
      case CharSequence text -> "characters " + text.length();
      case Circle(var radius) when radius > 0 -> "circle";
      case Shape _ -> "other shape";
      case Pair(Shape _, String right) -> "shape " + right;
      case Pair(var left, var right) -> left + " and " + right;
      case Number number -> "number " + number;
      default -> "something else";
    };
  }

  /// Constants among the types.
  private static String unit(@Nullable Object value) {
    if (!(value instanceof TimeUnit unit)) {
      return "no unit";
    }
    return switch (unit) {
      case TimeUnit any when any.compareTo(TimeUnit.HOURS) > 0 -> "long";
      case HOURS -> "an hour";
      case TimeUnit _ -> "short";
    };
  }
}
