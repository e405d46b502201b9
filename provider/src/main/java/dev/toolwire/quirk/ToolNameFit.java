package dev.toolwire.quirk;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Alphabet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Calls tools by names of the alphabet that the model takes: with other marks, and a number where
/// two names would fall together.
final class ToolNameFit {

  private static final int LONGEST = 64;

  private final Occasion occasion;
  private final Alphabet alphabet;
  private final Map<ToolName, ToolName> sent = new HashMap<>();
  private final Set<ToolName> taken = new HashSet<>();

  private ToolNameFit(Occasion occasion) {
    this.occasion = occasion;
    this.alphabet = Alphabet.upTo(LONGEST, occasion.profile().toolNameMarks());
  }

  static ModelRequest fit(ModelRequest request, Occasion occasion) {
    return new ToolNameFit(occasion).fit(request);
  }

  private ModelRequest fit(ModelRequest request) {
    request.tools().stream()
        .map(ToolSpec::name)
        .filter(name -> alphabet.takes(name.value()))
        .forEach(taken::add);
    List<ToolSpec> tools = new ArrayList<>(request.tools().size());
    for (ToolSpec tool : request.tools()) {
      tools.add(
          new ToolSpec(
              fit("tools[" + tools.size() + "].name", tool.name()),
              tool.description(),
              tool.inputSchema(),
              tool.strict(),
              tool.eagerInput()));
    }
    ModelRequest renamed = tools.equals(request.tools()) ? request : request.withTools(tools);
    if (request.toolChoice() instanceof ToolChoice.Named(var name)) {
      renamed = renamed.withToolChoice(new ToolChoice.Named(fit("toolChoice", name)));
    }
    return Turns.fit(
        renamed,
        block -> block instanceof ToolUse call && !alphabet.takes(call.name().value()),
        (path, block) -> Optional.of(fit(path, (ToolUse) block)));
  }

  private ToolUse fit(String path, ToolUse call) {
    return new ToolUse(call.id(), fit(path + ".name", call.name()), call.input(), call.extra());
  }

  private ToolName fit(String path, ToolName name) {
    if (alphabet.takes(name.value())) {
      return name;
    }
    ToolName known = sent.get(name);
    if (known != null) {
      return known;
    }
    ToolName chosen = choose(name.value());
    sent.put(name, chosen);
    taken.add(chosen);
    occasion.renamed(path, name, chosen);
    return chosen;
  }

  private ToolName choose(String name) {
    StringBuilder legal = new StringBuilder(name.length());
    name.chars()
        .limit(LONGEST)
        .mapToObj(Character::toString)
        .forEach(mark -> legal.append(alphabet.takes(mark) ? mark : stand()));
    String plain = legal.isEmpty() ? "tool" : legal.toString();
    ToolName choice = new ToolName(plain);
    for (int number = 2; taken.contains(choice); number++) {
      String end = stand() + number;
      choice =
          new ToolName(plain.substring(0, Math.min(plain.length(), LONGEST - end.length())) + end);
    }
    return choice;
  }

  /// What stands for a character that is not taken.
  private String stand() {
    return alphabet.marks().isEmpty() ? "" : alphabet.marks().substring(0, 1);
  }
}
