package dev.toolwire.rescue;

/// A range of the text, in UTF-16 units from its beginning; `end` is exclusive.
public record Span(long start, long end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span from " + start + " to " + end);
    }
  }

  public long length() {
    return end - start;
  }
}
