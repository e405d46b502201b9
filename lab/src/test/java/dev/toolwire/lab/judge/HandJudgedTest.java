package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The judge agrees with the people who wrote the cases.
class HandJudgedTest {

  private static final List<String> FILES =
      List.of(
          "weather",
          "defaults",
          "peppers",
          "volume",
          "trip",
          "parallel",
          "sequence",
          "irrelevant",
          "injection",
          "recovery",
          "order",
          "answers",
          "turns");

  private static final List<WrittenCases.Case> CASES =
      FILES.stream().flatMap(file -> WrittenCases.in(file).stream()).toList();

  static List<WrittenCases.Case> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theJudgeAgrees(WrittenCases.Case written) {
    Verdict verdict = written.judge().judge(written.run());

    assertThat(shown(verdict)).as(verdict.reasons().toString()).isEqualTo(written.verdict());
    assertThat(verdict.reasons().stream().map(Reason::words)).containsAll(written.words());
  }

  private static String shown(Verdict verdict) {
    return Stream.concat(
            Stream.of(verdict.grade().name()),
            verdict.reasons().stream().map(reason -> reason.kind().name()))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  @Test
  void thereAreAsManyAsWeSay() {
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void everyKindOfReasonIsAmongThem() {
    String all = CASES.stream().map(WrittenCases.Case::verdict).collect(Collectors.joining(" "));

    assertThat(Reason.Kind.values())
        .allSatisfy(kind -> assertThat(all).contains(kind.name().toLowerCase(Locale.ROOT)));
  }
}
