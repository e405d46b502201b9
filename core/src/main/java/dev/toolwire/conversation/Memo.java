package dev.toolwire.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing that somebody worked out from a [Conversation], for those that continue it: they have
/// the same memo. A codec keeps the request here that it wrote last.
///
/// It is a hint. It may have come from any conversation of the same origin, and may be replaced or
/// forgotten at any time, so whoever recalls it has to look whether it fits. It is no part of what
/// was said: equality and JSON do not know it. Safe for use by many threads.
public final class Memo {

  private volatile @Nullable Object kept;

  Memo() {}

  /// What is kept, if it is of this kind.
  public <T> Optional<T> recall(Class<T> kind) {
    Object known = kept;
    return kind.isInstance(known) ? Optional.of(kind.cast(known)) : Optional.empty();
  }

  /// Keeps `thing`, which must never change, in place of what was kept.
  public void keep(Object thing) {
    kept = thing;
  }

  /// Lets go of what is kept.
  public void forget() {
    kept = null;
  }
}
