package dev.toolwire.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

  @Test
  void printsTheMiddleRoundAndItsRatioToTheFirstContender() {
    FigureTable table = new FigureTable(List.of(Roster.SOCKET, Roster.APACHE), 3);
    put(table, Figure.P50, Roster.SOCKET, 14, 90, 16);
    put(table, Figure.P50, Roster.APACHE, 44, 39, 40);

    assertThat(line(table, Figure.P50))
        .isEqualTo("one thread, p50                          us          16 x 1.0        40 x 2.5");
  }

  @Test
  void saysNoWhenOneRoundWasNotDelivered() {
    FigureTable table = new FigureTable(List.of(Roster.SOCKET, Roster.JDK), 2);
    put(table, Figure.BODY_TIMEOUT, Roster.SOCKET, 201, 202);
    table.put(Figure.BODY_TIMEOUT, Roster.JDK, 0, 203);

    assertThat(line(table, Figure.BODY_TIMEOUT))
        .isEqualTo("read timeout of 200 ms, body, after      ms         202 x 1.0              no");
  }

  private static void put(FigureTable table, Figure figure, Roster entry, double... rounds) {
    for (int round = 0; round < rounds.length; round++) {
      table.put(figure, entry, round, rounds[round]);
    }
  }

  private static String line(FigureTable table, Figure figure) {
    return table
        .toString()
        .lines()
        .filter(l -> l.startsWith(figure.title))
        .findFirst()
        .orElseThrow();
  }
}
