package dev.toolwire.rescue;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A call as a reader found it, before any gate.
///
/// @param name as written
/// @param arguments null if they could not be read; `problem` says why
/// @param id the id in the text, or empty
/// @param foreign members beside those of a call
record RawCall(
    String name,
    @Nullable ObjectNode arguments,
    String id,
    Set<TextRepair> repairs,
    boolean foreign,
    String problem) {

  static final String UNREADABLE = "it cannot be read";
  static final Set<TextRepair> NO_REPAIRS = Set.of();
  private static final String TRUNCATED = "the message ends inside the call";

  static RawCall of(String name, ObjectNode arguments, Set<TextRepair> repairs) {
    return new RawCall(name, arguments, "", copy(repairs), false, "");
  }

  /// The message ends inside this call.
  static RawCall truncated(String name) {
    return broken(name, TRUNCATED);
  }

  boolean isTruncated() {
    return problem.equals(TRUNCATED);
  }

  static RawCall broken(String name, String problem) {
    return new RawCall(name, null, "", NO_REPAIRS, false, problem);
  }

  RawCall withId(String given) {
    return new RawCall(name, arguments, given, repairs, foreign, problem);
  }

  RawCall with(Set<TextRepair> more) {
    if (more.isEmpty()) {
      return this;
    }
    Set<TextRepair> all = copy(repairs);
    all.addAll(more);
    return new RawCall(name, arguments, id, all, foreign, problem);
  }

  private static Set<TextRepair> copy(Set<TextRepair> repairs) {
    Set<TextRepair> copy = EnumSet.noneOf(TextRepair.class);
    copy.addAll(repairs);
    return copy;
  }
}
