package dev.toolwire.wire;

import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.wire.json.Leftovers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keeps the books while a codec fits one request to its wire: what is lost, and which ids and
/// names are replaced. Not for several threads.
public final class Fitting {

  private static final Alphabet NINE = new Alphabet(9, 9, "");

  private final Words<ToolUseId> ids;
  private final Words<ToolName> names;
  private final List<Loss> losses = new ArrayList<>();

  /// @param ids what the wire takes for the id of a call
  /// @param names what it takes for the name of a tool
  public Fitting(Alphabet ids, Alphabet names) {
    this.ids = new Words<>(ids, ToolUseId::value, ToolUseId::new);
    this.names = new Words<>(names, ToolName::value, ToolName::new);
  }

  /// The books of a request to a model that takes less than its wire.
  public static Fitting to(ModelProfile profile, Alphabet ids, Alphabet names) {
    return new Fitting(
        switch (profile.toolUseIds()) {
          case ANY -> ids;
          case NINE -> NINE;
        },
        names.withMarks(profile.toolNameMarks()));
  }

  /// Notes a loss.
  public void lost(String path, Loss.Kind kind, String detail) {
    losses.add(new Loss(path, kind, detail));
  }

  /// What to send for `id`, which stands at `path`: the same wherever it stands.
  public ToolUseId id(String path, ToolUseId id) {
    return renamed(path, id, ids);
  }

  /// What to send for `id` where it stands for another call than before: on a wire on which ids are
  /// unique in a request, as they need not be in a conversation.
  ///
  /// @param earlier how many other calls had the same id before
  public ToolUseId id(String path, ToolUseId id, int earlier) {
    return earlier == 0 ? id(path, id) : renamed(path, id, earlier, ids);
  }

  /// What to send for `name`, which stands at `path`: the same wherever it stands.
  public ToolName name(String path, ToolName name) {
    return renamed(path, name, names);
  }

  /// What of `extra` may be said over `wire`: all of it, unless another wire said it.
  ///
  /// @param shared members that mean the same on every wire
  public JsonObject own(String wire, String path, JsonObject extra, String... shared) {
    if (!Leftovers.areForeign(wire, extra)) {
      return extra;
    }
    JsonObject kept = Leftovers.only(extra, List.of(shared));
    List<String> gone =
        Leftovers.members(extra).names().stream()
            .filter(name -> kept.member(name).isEmpty())
            .toList();
    if (!gone.isEmpty()) {
      String from = extra.text(Leftovers.WIRE).orElse("");
      lost(path, Loss.Kind.DROPPED, "the members " + gone + " of the wire " + from);
    }
    return kept;
  }

  /// Why `block` is not shown again; empty if it is.
  public static Optional<String> unwanted(Reasoning block, ReasoningReplay wanted) {
    return switch (wanted) {
      case NEVER -> Optional.of("reasoning, which the model refuses to see again");
      case SIGNED ->
          block.signature().isEmpty()
              ? Optional.of("reasoning that the model has not signed")
              : Optional.empty();
      case ALWAYS -> Optional.empty();
    };
  }

  /// Whether `opaque` may be said over `wire`.
  public boolean isOwn(String wire, String path, Opaque opaque) {
    if (opaque.wire().equals(wire)) {
      return true;
    }
    lost(path, Loss.Kind.DROPPED, "a block \"" + opaque.type() + "\" of the wire " + opaque.wire());
    return false;
  }

  private <T> T renamed(String path, T word, Words<T> words) {
    return renamed(path, word, 0, words);
  }

  private <T> T renamed(String path, T word, int earlier, Words<T> words) {
    if (earlier == 0 && word.equals(words.meant.get(word))) {
      return word;
    }
    Meaning<T> meaning = new Meaning<>(word, earlier);
    T known = words.replaced.get(meaning);
    if (known != null) {
      return known;
    }
    T sent = words.choose(meaning);
    if (!sent.equals(word)) {
      lost(path, Loss.Kind.RENAMED, "\"" + word + "\" is sent as \"" + sent + "\"");
    }
    return sent;
  }

  /// Everything that was noted.
  public Losses losses() {
    return losses.isEmpty() ? Losses.NONE : new Losses(losses);
  }

  /// Whether every word is sent as it is.
  boolean renamesNothing() {
    return ids.replaced.isEmpty() && names.replaced.isEmpty();
  }

  /// The request, with everything that was noted.
  public Encoding encoding(WireRequest request) {
    return new Encoding(request, losses(), new Aliases(ids.aliases(), names.aliases()));
  }

  /// A word, or the same word again for something else.
  private record Meaning<T>(T word, int earlier) {}

  /// The words of one kind, each with what is sent for it.
  private static final class Words<T> {
    private final Alphabet alphabet;
    private final Function<T, String> text;
    private final Function<String, T> word;

    /// What is sent for a word that is not sent as it is.
    private final Map<Meaning<T>, T> replaced = new HashMap<>(0);

    /// What each word that is sent stands for.
    private final Map<T, T> meant = new HashMap<>();

    Words(Alphabet alphabet, Function<T, String> text, Function<String, T> word) {
      this.alphabet = alphabet;
      this.text = text;
      this.word = word;
    }

    T choose(Meaning<T> meaning) {
      T original = meaning.word();
      boolean fits = meaning.earlier() == 0 && alphabet.takes(text.apply(original));
      T choice = fits ? original : alias(original, meaning.earlier());
      for (int attempt = meaning.earlier() + 1; meant.containsKey(choice); attempt++) {
        choice = alias(original, attempt);
      }
      meant.put(choice, original);
      if (!choice.equals(original)) {
        replaced.put(meaning, choice);
      }
      return choice;
    }

    private T alias(T original, int attempt) {
      return word.apply(alphabet.alias(text.apply(original), attempt));
    }

    Map<T, T> aliases() {
      if (replaced.isEmpty()) {
        return Map.of();
      }
      Map<T, T> aliases = new HashMap<>(meant);
      aliases.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
      return aliases;
    }
  }
}
