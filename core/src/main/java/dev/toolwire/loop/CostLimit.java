package dev.toolwire.loop;

import dev.toolwire.conversation.Usage;
import dev.toolwire.model.Price;
import java.math.BigDecimal;

/// How much the tokens of a run may cost. Checked before each request, so that the last one may go
/// beyond it: what an answer costs is known when it is there.
///
/// @param most in the currency of `price`
public record CostLimit(BigDecimal most, Price price) {

  public CostLimit {
    if (most.signum() <= 0) {
      throw new IllegalArgumentException(
          "the limit \"cost\" is " + most + ", expected more than zero");
    }
  }

  boolean isReachedBy(Usage usage) {
    return price.of(usage).compareTo(most) >= 0;
  }
}
