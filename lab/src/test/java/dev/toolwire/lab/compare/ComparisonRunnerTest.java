package dev.toolwire.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.judge.Judge;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.Verdict.Grade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ComparisonRunnerTest {

  @Test
  void trialsPlayTheRunsOfAScriptInTurnAndTakeTheTimeThatItSays() {
    ComparedRuns compared =
        ComparisonRunner.of(Comparing.plan(Comparing.models().entrant("echo-1"), 4))
            .inRandomOrder(3)
            .atMost(4)
            .run(_ -> {});

    assertThat(compared.runs())
        .extracting(RunRecord::key)
        .containsExactly(
            "echo/simulator:echo-1/1",
            "echo/simulator:echo-1/2",
            "echo/simulator:echo-1/3",
            "echo/simulator:echo-1/4");
    assertThat(compared.runs())
        .extracting(run -> Judge.judge(Comparing.echo(), run).grade())
        .containsExactly(Grade.PASSED, Grade.FAILED, Grade.PASSED, Grade.FAILED);
    assertThat(compared.runs().getFirst().latency()).isBetween(ms(800), ms(1000));
    assertThat(compared.runs().getFirst().turns().getFirst().rounds().getLast().asked())
        .isGreaterThanOrEqualTo(ms(400));
    assertThat(compared.runs().get(1).latency()).isBetween(ms(400), ms(500));
    assertThat(compared.shortBecause()).isEmpty();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void aBudgetThatIsUsedUpLetsNoOtherRunBegin() {
    Entrant entrant = Comparing.models().entrant("echo-1");

    ComparedRuns compared =
        ComparisonRunner.of(Comparing.plan(entrant, 10))
            .within(Budget.UNLIMITED.withRequests(5), PriceList.builtIn())
            .run(_ -> {});

    assertThat(compared.runs().stream().mapToInt(RunRecord::rounds).sum()).isBetween(5, 6);
    assertThat(compared.planned()).isEqualTo(10);
    assertThat(compared.shortBecause().orElseThrow()).endsWith("of 5 requests are used up");
  }

  @Test
  void tokensAndMoneyAreLimitedAsWell() {
    Entrant entrant = Comparing.live(Comparing.simulator().transport());
    PriceList prices =
        PriceList.parse(
            "mine",
            """
            {"currency":"USD","prices":[{"providers":["anthropic"],"model":"echo*","input":"1000","output":"1000","asOf":"2026-11-21","source":"test"}]}
            """);

    ComparedRuns tokens =
        ComparisonRunner.of(Comparing.plan(entrant, 10))
            .within(Budget.UNLIMITED.withTokens(1), prices)
            .run(_ -> {});
    ComparedRuns money =
        ComparisonRunner.of(Comparing.plan(entrant, 10))
            .within(Budget.UNLIMITED.withMoney(new BigDecimal("0.0001")), prices)
            .run(_ -> {});

    assertThat(tokens.runs()).hasSize(1);
    assertThat(tokens.shortBecause().orElseThrow()).endsWith("of 1 tokens are used up");
    assertThat(money.runs()).hasSize(1);
    assertThat(money.runs().getFirst().cost())
        .contains(
            prices
                .find("anthropic:echo-1")
                .orElseThrow()
                .price()
                .of(money.runs().getFirst().usage()));
    assertThat(money.shortBecause().orElseThrow()).endsWith("of 0.0001 is spent");
  }

  @Test
  void moneyCannotBeLimitedWhereNobodyKnowsThePrice() {
    List<PlannedRun> plan = Comparing.plan(Comparing.live(Comparing.simulator().transport()), 1);

    assertThatThrownBy(() ->
            ComparisonRunner.of(plan)
                .within(Budget.UNLIMITED.withMoney(BigDecimal.ONE), PriceList.builtIn()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "money is limited, but there is no price for anthropic:echo-1; add it to the prices");
  }

  @Test
  void whatTheNetworkBreaksCountsForNothing() {
    Entrant unreachable = Comparing.live(Comparing.broken("nobody listens at 127.0.0.1:1"));

    ComparedRuns compared = ComparisonRunner.of(Comparing.plan(unreachable, 1)).run(_ -> {});

    RunRecord run = compared.runs().getFirst();
    assertThat(Judge.judge(Comparing.echo(), run).grade()).isEqualTo(Grade.UNJUDGED);
    assertThat(run.turns().getLast().ending().words()).contains("nobody listens");
  }

  @Test
  void noMoreRunsThanItsPlacesAskAProviderAtOnce() {
    AtomicInteger most = new AtomicInteger();
    Set<Long> inside = ConcurrentHashMap.newKeySet();
    var simulator = Comparing.simulator().transport();
    Entrant counted =
        Comparing.live(request -> {
          inside.add(Thread.currentThread().threadId());
          most.accumulateAndGet(inside.size(), Math::max);
          try {
            return simulator.open(request);
          } finally {
            inside.remove(Thread.currentThread().threadId());
          }
        });

    ComparisonRunner.of(Comparing.plan(counted, 20)).atMost(16).run(_ -> {});

    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void anInterruptKeepsWhatIsDone() {
    List<String> told = new ArrayList<>();

    ComparedRuns compared =
        ComparisonRunner.of(Comparing.plan(Comparing.models().entrant("echo-1"), 50))
            .run(progress -> {
              told.add(progress.toString());
              if (told.size() == 3) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(compared.runs()).hasSizeBetween(3, 49);
    assertThat(compared.shortBecause()).contains(ComparedRuns.INTERRUPTED);
    assertThat(told.getFirst()).startsWith("1 of 50 runs, ");
    assertThat(Thread.interrupted()).isFalse();
  }
}
