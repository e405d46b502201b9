package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Holds the table in `docs/faults.md` to the tests that are its rows.
class FaultTableTest {

  private static final Path TABLE = Path.of("docs/faults.md");
  private static final int COLUMNS = 6;

  /// What a row and its test have in common: the first column and the last.
  private record Row(String fault, String test) {

    static Row of(Method test) {
      return new Row(
          test.getAnnotation(DisplayName.class).value(),
          "`" + test.getDeclaringClass().getSimpleName() + "." + test.getName() + "`");
    }

    static Row of(String line) {
      String[] cells = line.split("\\|");
      assertThat(cells).as(line).hasSize(COLUMNS + 1);
      return new Row(cells[1].strip(), cells[COLUMNS].strip());
    }
  }

  @Test
  void everyRowIsATestAndEveryTestARow() throws IOException {
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(tests());
  }

  private static List<Row> tests() {
    return Stream.of(
            RefusedRequestTest.class,
            BrokenAnswerTest.class,
            FailingToolTest.class,
            CancelAtEveryEventTest.class)
        .flatMap(suite -> Stream.of(suite.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(DisplayName.class))
        .map(Row::of)
        .toList();
  }

  private static List<Row> rows() throws IOException {
    Path table = Files.exists(TABLE) ? TABLE : Path.of("..").resolve(TABLE);
    return Files.readAllLines(table).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| Fault "))
        .map(Row::of)
        .toList();
  }
}
