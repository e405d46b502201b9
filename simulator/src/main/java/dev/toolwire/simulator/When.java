package dev.toolwire.simulator;

import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The situations in which a turn of a script is played.
///
/// @param user what the user must have said last
/// @param asked what the user must have said at some time, each of it
/// @param told what the model must have been told by the system prompt or by the user
/// @param results the results that must have come with the last message: all of them, each once, in
///   any order; with none, the last message must hold none
/// @param earlier results that must have come before, since the user last spoke
/// @param round how many times the model must have spoken since then, and one more
record When(
    Optional<TextPattern> user,
    List<TextPattern> asked,
    Optional<TextPattern> told,
    List<ResultPattern> results,
    List<ResultPattern> earlier,
    OptionalInt round) {

  /// What the user said last, in `${…}`.
  static final String QUESTION = "question";

  When {
    asked = List.copyOf(asked);
    results = List.copyOf(results);
    earlier = List.copyOf(earlier);
  }

  static When read(YamlValue value) {
    YamlFields fields = value.fields("user", "asked", "told", "results", "earlier", "round");
    Optional<YamlValue> round = fields.find("round");
    return new When(
        fields.find("user").map(TextPattern::read),
        fields
            .find("asked")
            .map(list -> list.items().stream().map(TextPattern::read).toList())
            .orElse(List.of()),
        fields.find("told").map(TextPattern::read),
        results(fields, "results"),
        results(fields, "earlier"),
        round.isPresent() ? OptionalInt.of(round.get().integer(1)) : OptionalInt.empty());
  }

  private static List<ResultPattern> results(YamlFields fields, String name) {
    return fields
        .find(name)
        .map(list -> list.items().stream().map(ResultPattern::read).toList())
        .orElse(List.of());
  }

  /// The names that may stand in `${…}`.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(Set.of(QUESTION));
    user.ifPresent(pattern -> names.addAll(pattern.captures()));
    asked.forEach(pattern -> names.addAll(pattern.captures()));
    told.ifPresent(pattern -> names.addAll(pattern.captures()));
    results.forEach(pattern -> names.addAll(pattern.names()));
    earlier.forEach(pattern -> names.addAll(pattern.names()));
    return names;
  }

  /// The values that the situation gives, if it is one of these.
  Optional<Bindings> match(Situation situation) {
    Bindings bindings = new Bindings().bind(Map.of(QUESTION, situation.question()));
    boolean fits =
        (round.isEmpty() || round.getAsInt() == situation.round())
            && asked.stream().allMatch(all -> said(all, situation.userTexts(), bindings))
            && told.stream().allMatch(all -> said(all, situation.instructions(), bindings))
            && user.stream().allMatch(last -> said(last, List.of(situation.question()), bindings))
            && results.size() == situation.latest().size()
            && came(results, situation.latest(), bindings)
            && came(earlier, situation.earlier(), bindings);
    return fits ? Optional.of(bindings) : Optional.empty();
  }

  /// Whether it was said, and where it was last.
  private static boolean said(TextPattern pattern, List<String> texts, Bindings bindings) {
    for (String text : texts.reversed()) {
      Optional<Map<String, String>> found = pattern.find(text);
      if (found.isPresent()) {
        bindings.bind(found.get());
        return true;
      }
    }
    return false;
  }

  /// Each pattern takes the first result that it fits and that no pattern before it took.
  private static boolean came(
      List<ResultPattern> patterns, List<AnsweredCall> results, Bindings bindings) {
    List<AnsweredCall> left = new ArrayList<>(results);
    for (ResultPattern pattern : patterns) {
      Optional<AnsweredCall> taken =
          left.stream().filter(result -> pattern.matches(result, bindings)).findFirst();
      if (taken.isEmpty()) {
        return false;
      }
      left.remove(taken.get());
    }
    return true;
  }
}
