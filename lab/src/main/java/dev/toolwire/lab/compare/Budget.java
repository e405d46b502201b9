package dev.toolwire.lab.compare;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// How much a comparison may use up. It is looked at before a run begins, and runs that have begun
/// are done to their end, so as many as go on at once may overdraw it.
///
/// @param requests to models
/// @param tokens in and out
/// @param money in the currency of the price list
public record Budget(OptionalLong requests, OptionalLong tokens, Optional<BigDecimal> money) {

  public static final Budget UNLIMITED =
      new Budget(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  public Budget {
    if (requests.orElse(1) < 1 || tokens.orElse(1) < 1) {
      throw new IllegalArgumentException("a budget of nothing lets nothing begin");
    }
    if (money.filter(amount -> amount.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException("the budget is " + money.get() + ", expected more than 0");
    }
  }

  public Budget withRequests(long most) {
    return new Budget(OptionalLong.of(most), tokens, money);
  }

  public Budget withTokens(long most) {
    return new Budget(requests, OptionalLong.of(most), money);
  }

  public Budget withMoney(BigDecimal most) {
    return new Budget(requests, tokens, Optional.of(most));
  }
}
