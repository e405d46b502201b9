package dev.toolwire.wire.json;

import dev.toolwire.model.StreamEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms in which a wire writes a delta with a text: bytes, the text in quotes, bytes. Reads
/// the one that comes and makes its event, without garbage beside the event itself. For one thread.
public final class DeltaForms {

  /// A kind of delta.
  public static final class Form {
    private final byte[] before;
    private final byte[] behind;
    private final Making event;

    /// @param before what stands before its text, the opening quote included
    /// @param behind what stands behind the closing quote
    /// @param event the event that it is
    public Form(String before, String behind, Making event) {
      this.before = JsonScanner.ascii(before);
      this.behind = JsonScanner.ascii(behind);
      this.event = event;
    }
  }

  /// Makes the event of a delta.
  @FunctionalInterface
  public interface Making {
    StreamEvent of(int index, String text);
  }

  private final List<Form> forms;
  private Form form;
  private @Nullable String text;

  /// @param forms one or more, the most frequent first
  public DeltaForms(List<Form> forms) {
    this.forms = List.copyOf(forms);
    this.form = forms.getFirst();
  }

  /// Forgets what was read.
  public void clear() {
    text = null;
  }

  /// Reads the delta that begins here. False if none of these forms does, if it cannot be read
  /// without a parser, or if one was read before.
  public boolean take(JsonScanner json) {
    if (text != null) {
      return false;
    }
    // Indexed, because an iterator would be garbage in every event.
    for (int i = 0; i < forms.size(); i++) {
      if (json.take(forms.get(i).before)) {
        form = forms.get(i);
        text = json.text();
        return text != null && json.take(form.behind);
      }
    }
    return false;
  }

  /// The event of what was read, or null if nothing was.
  public @Nullable StreamEvent event(int index) {
    String read = text;
    return read == null ? null : form.event.of(index, read);
  }
}
