package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the table in `docs/faults.md` to the tests that are its rows and cells.
class FaultTableTest {

  private static final Path TABLE = Path.of("docs/faults.md");
  private static final String DASH = "–";
  private static final List<TestWire> WIRES = List.of(TestWire.values());

  /// The fault, a cell for each wire, three that say what follows, and the test.
  private static final int COLUMNS = 1 + WIRES.size() + 3 + 1;

  /// What a row and its test have in common.
  private record Row(String fault, Set<TestWire> on, String test) {

    static Row of(Method test) {
      FaultRow row = test.getAnnotation(FaultRow.class);
      return new Row(
          row.value(),
          EnumSet.copyOf(List.of(row.on())),
          "`" + test.getDeclaringClass().getSimpleName() + "." + test.getName() + "`");
    }

    static Row of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      assertThat(cells).as(line).hasSize(COLUMNS + 1);
      assertThat(cells.subList(1, COLUMNS)).as(line).doesNotContain("");
      Set<TestWire> on = EnumSet.noneOf(TestWire.class);
      Iterator<String> marks = cells.subList(2, COLUMNS).iterator();
      for (TestWire wire : WIRES) {
        if (!marks.next().equals(DASH)) {
          on.add(wire);
        }
      }
      return new Row(cells.get(1), on, cells.get(COLUMNS));
    }
  }

  @Test
  void everyRowIsATestAndEveryTestARow() throws IOException {
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(tests().stream().map(Row::of).toList());
  }

  @Test
  void aColumnIsAWire() throws IOException {
    List<String> heads = lines().filter(line -> line.startsWith("| Fault ")).distinct().toList();

    assertThat(heads)
        .singleElement()
        .asString()
        .startsWith(
            "| Fault | "
                + String.join(" | ", WIRES.stream().map(TestWire::title).toList())
                + " | Tried again |");
  }

  @ParameterizedTest
  @MethodSource("dashes")
  void aDashChangesNothing(TestWire wire, String fault) {
    assertThat(body(wire, fault)).isEqualTo(body(wire));
  }

  private static String body(TestWire wire, String... faults) {
    Simulator simulator =
        Simulator.builder()
            .clock(InstantSource.fixed(Instant.EPOCH))
            .faults(Arrays.stream(faults).map(FaultRule::parse).toArray(FaultRule[]::new))
            .build();
    return new String(
        Caller.bytes(
            Caller.over(wire, simulator)
                .open(
                    Caller.question(
                        Simulator.DEFAULT_MODEL, "Top song on WZPZ?", Caller.TOP_SONG))),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  static Stream<Object[]> dashes() {
    return tests().stream()
        .map(test -> test.getAnnotation(FaultRow.class))
        .flatMap(row ->
            WIRES.stream()
                .filter(wire -> !List.of(row.on()).contains(wire))
                .map(wire -> new Object[] {wire, row.elsewhere()}));
  }

  private static List<Method> tests() {
    return Stream.of(
            RefusedRequestTest.class,
            BrokenAnswerTest.class,
            OddAnswerTest.class,
            FailingToolTest.class,
            CancelAtEveryEventTest.class)
        .flatMap(suite -> Stream.of(suite.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(FaultRow.class))
        .toList();
  }

  private static List<Row> rows() throws IOException {
    return lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| Fault "))
        .map(Row::of)
        .toList();
  }

  private static Stream<String> lines() throws IOException {
    Path table = Files.exists(TABLE) ? TABLE : Path.of("..").resolve(TABLE);
    return Files.readAllLines(table).stream();
  }
}
