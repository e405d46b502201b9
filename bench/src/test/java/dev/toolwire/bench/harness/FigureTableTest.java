package dev.toolwire.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

  private enum Sample implements Figure {
    FIRST("one thread, p50", "us"),
    SECOND("read timeout of 200 ms, body, after", "ms");

    @SuppressWarnings("ImmutableEnumChecker") // two strings
    private final Row row;

    Sample(String title, String unit) {
      this.row = new Row(title, unit);
    }

    @Override
    public Row row() {
      return row;
    }
  }

  @Test
  void printsTheMiddleRoundAndItsRatioToTheFirstContender() {
    FigureTable table = table("SOCKET", "APACHE", 3);
    put(table, Sample.FIRST, "SOCKET", 14, 90, 16);
    put(table, Sample.FIRST, "APACHE", 44, 39, 40);

    assertThat(line(table, Sample.FIRST))
        .isEqualTo("one thread, p50                          us          16 x 1.0        40 x 2.5");
  }

  @Test
  void saysNoWhenOneRoundWasNotDelivered() {
    FigureTable table = table("SOCKET", "JDK", 2);
    put(table, Sample.SECOND, "SOCKET", 201, 202);
    table.put(Sample.SECOND.name(), "JDK", 0, 203);

    assertThat(line(table, Sample.SECOND))
        .isEqualTo("read timeout of 200 ms, body, after      ms         202 x 1.0              no");
  }

  private static FigureTable table(String first, String second, int rounds) {
    return new FigureTable(List.of(Sample.values()), List.of(first, second), rounds);
  }

  private static void put(FigureTable table, Figure figure, String entry, double... rounds) {
    for (int round = 0; round < rounds.length; round++) {
      table.put(figure.name(), entry, round, rounds[round]);
    }
  }

  private static String line(FigureTable table, Figure figure) {
    return table
        .toString()
        .lines()
        .filter(l -> l.startsWith(figure.title()))
        .findFirst()
        .orElseThrow();
  }
}
