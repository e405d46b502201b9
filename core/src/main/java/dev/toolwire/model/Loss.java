package dev.toolwire.model;

import java.util.Locale;

/// One thing that a request says and the wire, or the model, cannot be told as it stands.
///
/// @param path where it stands in the [ModelRequest], such as `messages[2].content[0].status`
/// @param kind what became of it
/// @param detail for a person: what it was, and why or how
public record Loss(String path, Kind kind, String detail) {

  /// What became of something, from what is gone to what is only called otherwise.
  public enum Kind {
    /// It is not sent.
    DROPPED,
    /// It is said in another way, which the model may not take for the same.
    CHANGED,
    /// It is sent as it is, in another place.
    MOVED,
    /// It is written in another form that says the same to a model, such as JSON as its text.
    REWRITTEN,
    /// An id or a name is replaced, the same one always by the same; nothing that matters is gone.
    RENAMED;

    /// Whether a model is told all that it would have been told.
    public boolean isHarmless() {
      return this == REWRITTEN || this == RENAMED;
    }
  }

  /// One line: `messages[2].content[0].status: changed: …`.
  @Override
  public String toString() {
    return path + ": " + kind.name().toLowerCase(Locale.ROOT) + ": " + detail;
  }
}
