package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Price;
import dev.toolwire.tool.ToolOutcome;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostLimitTest extends LoopTest {

  private static final Price DEAR = Price.of("1000000", "2000000");

  private final FakeTool counter = new FakeTool("count", _ -> ToolOutcome.text("1"));

  @Test
  void everyKindOfTokenHasItsPrice() {
    Price price = Price.of("3", "15").withCache("0.3", "3.75");

    assertThat(price.of(new Usage(1_000_000, 100_000, 10_000, 1_000, JsonObject.EMPTY)))
        .isEqualByComparingTo("4.50675");
  }

  @Test
  void aRunThatHasCostTheLimitAsksNoMore() {
    model.then(calls(call("a", "count")));
    Usage once = loop(counter).limits(Limits.DEFAULTS.withRounds(1)).run(question).usage();
    BigDecimal cost = DEAR.of(once);

    model.then(calls(call("a", "count"))).then(says("Done"));
    ToolLoop enough =
        loop(counter).limits(Limits.DEFAULTS.withCost(cost.add(BigDecimal.ONE), DEAR));
    assertThat(enough.run(question)).isInstanceOf(Outcome.Answered.class);

    model.then(calls(call("a", "count")));
    Outcome outcome = loop(counter).limits(Limits.DEFAULTS.withCost(cost, DEAR)).run(question);
    assertThat(cost).isPositive();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Limited.class,
            limited -> assertThat(limited.limit()).isEqualTo(Limits.Name.COST));
    assertThat(outcome.conversation().messages()).hasSize(3);
  }

  @Test
  void aLimitOfNothingAndAPriceBelowNothingAreRefused() {
    assertThatThrownBy(() -> Limits.DEFAULTS.withCost(BigDecimal.ZERO, DEAR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit \"cost\" is 0, expected more than zero");
    assertThatThrownBy(() -> Price.of("1", "-2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the price of output tokens is -2, expected zero or more");
  }
}
