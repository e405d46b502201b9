package dev.toolwire.model;

import dev.toolwire.conversation.Usage;
import java.math.BigDecimal;

/// What a model's tokens cost: amounts for a million of each kind, all in one currency, which is
/// the caller's to know. Toolwire holds no prices: they differ by region, route and contract.
///
/// @param input for tokens that are read anew
/// @param output for tokens that are written
/// @param cacheRead for tokens that are read from a cache
/// @param cacheWrite for tokens that are put into a cache
public record Price(
    BigDecimal input, BigDecimal output, BigDecimal cacheRead, BigDecimal cacheWrite) {

  private static final int MILLION_DIGITS = 6;

  public Price {
    requireAmount(input, "input");
    requireAmount(output, "output");
    requireAmount(cacheRead, "cache read");
    requireAmount(cacheWrite, "cache write");
  }

  private static void requireAmount(BigDecimal amount, String kind) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "the price of " + kind + " tokens is " + amount + ", expected zero or more");
    }
  }

  /// A price such as `of("0.25", "1.25")`; tokens from and into a cache cost as much as others.
  ///
  /// @throws NumberFormatException if one is no decimal number
  public static Price of(String input, String output) {
    BigDecimal in = new BigDecimal(input);
    return new Price(in, new BigDecimal(output), in, in);
  }

  public Price withCache(String read, String write) {
    return new Price(input, output, new BigDecimal(read), new BigDecimal(write));
  }

  /// What these tokens cost, exactly.
  public BigDecimal of(Usage usage) {
    return part(usage.inputTokens(), input)
        .add(part(usage.outputTokens(), output))
        .add(part(usage.cacheReadInputTokens(), cacheRead))
        .add(part(usage.cacheWriteInputTokens(), cacheWrite));
  }

  private static BigDecimal part(long tokens, BigDecimal perMillion) {
    return BigDecimal.valueOf(tokens).multiply(perMillion).movePointLeft(MILLION_DIGITS);
  }
}
