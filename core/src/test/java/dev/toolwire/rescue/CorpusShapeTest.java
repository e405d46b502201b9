package dev.toolwire.rescue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The corpus itself: it covers what it says it covers, and asks for nothing that cannot be.
class CorpusShapeTest {

  /// Hard cases that are about the caller and not about a text: tool choice, native calls, whose
  /// text it is, dangerous tools, echoes, response formats, options and stop reasons.
  private static final Set<Integer> NOT_ABOUT_A_TEXT = Set.of(3, 4, 5, 7, 8, 9, 19, 42, 45, 46, 70);

  private static final List<CorpusCase> CASES = CorpusCase.all();

  @Test
  void everyFormatHasSixCases() {
    Map<String, Long> found = bySubject();

    assertThat(IntStream.rangeClosed(1, 50).mapToObj("F%02d"::formatted))
        .allSatisfy(format -> assertThat(found.getOrDefault(format, 0L)).isGreaterThanOrEqualTo(6));
  }

  @Test
  void everyHardCaseAboutATextIsThere() {
    Map<String, Long> found = bySubject();

    assertThat(
            IntStream.rangeClosed(1, 70)
                .filter(number -> !NOT_ABOUT_A_TEXT.contains(number))
                .mapToObj("H%02d"::formatted))
        .isSubsetOf(found.keySet());
  }

  @Test
  void noIdIsUsedTwice() {
    assertThat(CASES).extracting(CorpusCase::id).doesNotHaveDuplicates();
  }

  @Test
  void onlyDeclaredToolsAreCalled() {
    assertThat(CASES)
        .allSatisfy(each ->
            assertThat(each.tools())
                .extracting(CorpusCase.DeclaredTool::name)
                .containsAll(each.calls().stream().map(CorpusCase.Call::name).toList()));
  }

  private static Map<String, Long> bySubject() {
    return CASES.stream().collect(groupingBy(CorpusCase::subject, counting()));
  }
}
