package dev.toolwire.lab.compare;

import dev.toolwire.conversation.Usage;
import dev.toolwire.lab.judge.RunRecord;
import java.math.BigDecimal;
import java.util.Optional;

/// What was used up so far, of a budget. Safe for use by many threads.
final class Spending {

  private final Budget budget;
  private long requests;
  private long tokens;
  private BigDecimal money = BigDecimal.ZERO;

  Spending(Budget budget) {
    this.budget = budget;
  }

  synchronized void add(RunRecord run) {
    Usage usage = run.usage();
    requests += run.rounds();
    tokens += usage.inputTokens() + usage.outputTokens();
    money = money.add(run.cost().orElse(BigDecimal.ZERO));
  }

  /// Why no other run may begin, if none may.
  synchronized Optional<String> reached() {
    if (budget.requests().isPresent() && requests >= budget.requests().getAsLong()) {
      return Optional.of(
          "%,d of %,d requests are used up".formatted(requests, budget.requests().getAsLong()));
    }
    if (budget.tokens().isPresent() && tokens >= budget.tokens().getAsLong()) {
      return Optional.of(
          "%,d of %,d tokens are used up".formatted(tokens, budget.tokens().getAsLong()));
    }
    return budget
        .money()
        .filter(most -> money.compareTo(most) >= 0)
        .map(most -> money.toPlainString() + " of " + most.toPlainString() + " is spent");
  }
}
