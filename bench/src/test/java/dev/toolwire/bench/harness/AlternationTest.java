package dev.toolwire.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class AlternationTest {

  private final List<String> order = new ArrayList<>();

  @Test
  void goesTheOtherWayRoundInEachTurn() {
    Alternation.measure(1, 2, List.of(side("a", 1, 1, 1), side("b", 1, 1, 1), side("c", 1, 1, 1)));

    assertThat(String.join("", order)).isEqualTo("cba" + "abc" + "cba");
  }

  @Test
  void comparesSidesTurnByTurnAndForgetsTheWarmUp() {
    Alternation measured =
        Alternation.measure(1, 3, List.of(side("a", 900, 10, 20, 40), side("b", 1, 5, 40, 80)));

    assertThat(measured.cost(0).value()).isEqualTo(20);
    assertThat(measured.ratio(1, 0)).isEqualTo(new Median(2, 0.5, 2));
    assertThat(measured.difference(1, 0)).isEqualTo(new Median(20, -5, 40));
  }

  @Test
  void anIntervalLeavesOutWhatIsRareOnBothSides() {
    double[] values = new double[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = 99 - i;
    }

    assertThat(Median.of(values).format("%+.0f")).isEqualTo("+50 (+40 to +60)");
  }

  private DoubleSupplier side(String name, double... costs) {
    return () -> {
      double cost = costs[(int) order.stream().filter(name::equals).count()];
      order.add(name);
      return cost;
    };
  }
}
