package dev.toolwire.rescue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A way in which models write calls into text: one row of [Formats].
///
/// @param id the row's short name, such as `F1`
/// @param name a name for people
/// @param kind how much its markers say
/// @param bodies what may stand between them
/// @param openers literals that begin it; it is read from behind them
/// @param tags literals that begin it and are themselves the beginning of the body
/// @param fillers literals that may stand between an opener and a body, or a name and its arguments
/// @param closers literals that may stand behind a body
/// @param traits what is peculiar about it
public record Format(
    String id,
    String name,
    Kind kind,
    Set<Body> bodies,
    List<String> openers,
    List<String> tags,
    List<String> fillers,
    List<String> closers,
    Set<Trait> traits) {

  /// How much the markers of a format say.
  public enum Kind {
    /// Nobody writes them but to call, or to talk about calling.
    MARKED,
    /// Words that a prompt asked for.
    PROMPTED,
    /// None, or such as ordinary text has as well.
    NEUTRAL
  }

  /// Peculiarities.
  enum Trait {
    /// The opener has to stand at the beginning of a line.
    LINE_START,
    /// The opener is a word: any case, and no letter before it.
    WORD,
    /// The opener counts only if a body follows at once.
    BODY_AT_ONCE,
    /// A closer is never missed.
    OPEN_ENDED,
    /// A key that nobody declared is still the name of a tool.
    KEYS_ARE_NAMES,
    /// The name is the first word of the text.
    NAMED_BY_LINE,
    /// Text values stay text where no schema says otherwise.
    TEXT_IF_UNKNOWN,
    /// As [#TEXT_IF_UNKNOWN], and a call without its closer is none.
    TEXT_UNLESS_DECLARED,
    /// `print(...)` around a call does not count.
    UNWRAPS_PRINT,
    /// The body may be a program, for the one tool that runs programs.
    PROGRAM,
    /// Recovered from a leak: what is left of a call whose markers a server ate.
    LEAK
  }

  public Format {
    bodies = Set.copyOf(bodies);
    openers = List.copyOf(openers);
    tags = List.copyOf(tags);
    fillers = List.copyOf(fillers);
    closers = List.copyOf(closers);
    traits = Set.copyOf(traits);
  }

  static Format marked(String id, String name, Body first, Body... others) {
    return row(id, name, Kind.MARKED, EnumSet.of(first, others));
  }

  static Format prompted(String id, String name, Body first, Body... others) {
    return row(id, name, Kind.PROMPTED, EnumSet.of(first, others));
  }

  static Format neutral(String id, String name, Body first, Body... others) {
    return row(id, name, Kind.NEUTRAL, EnumSet.of(first, others));
  }

  private static Format row(String id, String name, Kind kind, Set<Body> bodies) {
    return new Format(id, name, kind, bodies, List.of(), List.of(), List.of(), List.of(), Set.of());
  }

  Format opens(String... literals) {
    return new Format(id, name, kind, bodies, List.of(literals), tags, fillers, closers, traits);
  }

  Format opensWithTag(String... literals) {
    return new Format(id, name, kind, bodies, openers, List.of(literals), fillers, closers, traits);
  }

  Format fills(String... literals) {
    return new Format(id, name, kind, bodies, openers, tags, List.of(literals), closers, traits);
  }

  Format closes(String... literals) {
    return new Format(id, name, kind, bodies, openers, tags, fillers, List.of(literals), traits);
  }

  Format with(Trait first, Trait... others) {
    return new Format(
        id, name, kind, bodies, openers, tags, fillers, closers, EnumSet.of(first, others));
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  @Override
  public String toString() {
    return id + " " + name;
  }
}
