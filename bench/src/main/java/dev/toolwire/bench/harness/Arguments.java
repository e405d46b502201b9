package dev.toolwire.bench.harness;

import java.util.Arrays;
import java.util.List;

/// What a command line asks for.
public final class Arguments {

  private Arguments() {}

  /// Those of `values` that `args` name; all if it names none.
  public static <E extends Enum<E>> List<E> chosen(E[] values, List<String> args) {
    List<E> named = Arrays.stream(values).filter(value -> args.contains(value.name())).toList();
    return named.isEmpty() ? List.of(values) : named;
  }
}
