package dev.toolwire.wire.converse;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The member `p` that the service adds to every event of its streams: the beginning, of random
/// length, of a fixed alphabet, so that the size of a packet does not betray the size of a token.
/// For one stream and one thread at a time.
public final class Padding {

  /// The name of the padding member.
  public static final String MEMBER = "p";

  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final Optional<RandomGenerator> lengths;

  private Padding(Optional<RandomGenerator> lengths) {
    this.lengths = lengths;
  }

  /// Padding whose lengths come from `lengths`; seed it, and a stream repeats exactly.
  public static Padding random(RandomGenerator lengths) {
    return new Padding(Optional.of(lengths));
  }

  /// No padding.
  public static Padding none() {
    return new Padding(Optional.empty());
  }

  /// The padding of the next event, at least one character; empty if there is none.
  public Optional<String> next() {
    return lengths.map(random -> ALPHABET.substring(0, 1 + random.nextInt(ALPHABET.length())));
  }
}
