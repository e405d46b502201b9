package dev.toolwire.wire;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.Loss;
import dev.toolwire.model.Losses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Keeps the books while a codec fits one request to its wire: what is lost, and which ids and
/// names are replaced. Not for several threads.
public final class Fitting {

  private final Words<ToolUseId> ids;
  private final Words<ToolName> names;
  private final List<Loss> losses = new ArrayList<>();

  /// @param ids what the wire takes for the id of a call
  /// @param names what it takes for the name of a tool
  public Fitting(Alphabet ids, Alphabet names) {
    this.ids = new Words<>(ids, ToolUseId::value, ToolUseId::new);
    this.names = new Words<>(names, ToolName::value, ToolName::new);
  }

  /// Notes a loss.
  public void lost(String path, Loss.Kind kind, String detail) {
    losses.add(new Loss(path, kind, detail));
  }

  /// What to send for `id`, which stands at `path`: the same wherever it stands.
  public ToolUseId id(String path, ToolUseId id) {
    return renamed(path, id, ids);
  }

  /// What to send for `name`, which stands at `path`: the same wherever it stands.
  public ToolName name(String path, ToolName name) {
    return renamed(path, name, names);
  }

  private <T> T renamed(String path, T word, Words<T> words) {
    T known = words.sent.get(word);
    if (known != null) {
      return known;
    }
    T sent = words.choose(word);
    if (!sent.equals(word)) {
      lost(path, Loss.Kind.RENAMED, "\"" + word + "\" is sent as \"" + sent + "\"");
    }
    return sent;
  }

  /// Everything that was noted.
  public Losses losses() {
    return losses.isEmpty() ? Losses.NONE : new Losses(losses);
  }

  /// The request, with everything that was noted.
  public Encoding encoding(WireRequest request) {
    return new Encoding(request, losses(), new Aliases(ids.aliases(), names.aliases()));
  }

  /// The words of one kind, each with what is sent for it.
  private static final class Words<T> {
    private final Alphabet alphabet;
    private final Function<T, String> text;
    private final Function<String, T> word;
    private final Map<T, T> sent = new HashMap<>();
    private final Map<T, T> meant = new HashMap<>();

    Words(Alphabet alphabet, Function<T, String> text, Function<String, T> word) {
      this.alphabet = alphabet;
      this.text = text;
      this.word = word;
    }

    T choose(T original) {
      boolean fits = alphabet.takes(text.apply(original));
      T choice = fits ? original : alias(original, 0);
      for (int attempt = 1; meant.containsKey(choice); attempt++) {
        choice = alias(original, attempt);
      }
      sent.put(original, choice);
      meant.put(choice, original);
      return choice;
    }

    private T alias(T original, int attempt) {
      return word.apply(alphabet.alias(text.apply(original), attempt));
    }

    Map<T, T> aliases() {
      Map<T, T> aliases = new HashMap<>(meant);
      aliases.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
      return aliases;
    }
  }
}
