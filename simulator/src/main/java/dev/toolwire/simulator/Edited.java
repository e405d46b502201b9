package dev.toolwire.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;

/// A sequence of which something makes another, element by element. For one thread at a time.
final class Edited<T> implements Iterator<T> {

  /// Gives to `out` what is to come in place of an element.
  @FunctionalInterface
  interface Edit<T> {
    void edit(T element, Consumer<T> out);
  }

  private final Iterator<T> source;
  private final Edit<T> edit;
  private final Deque<T> ready = new ArrayDeque<>();

  Edited(Iterator<T> source, Edit<T> edit) {
    this.source = source;
    this.edit = edit;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && source.hasNext()) {
      edit.edit(source.next(), ready::add);
    }
    return !ready.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new java.util.NoSuchElementException("the sequence is over");
    }
    return ready.removeFirst();
  }
}
