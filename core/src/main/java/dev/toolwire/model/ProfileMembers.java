package dev.toolwire.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Members of a JSON object, each read as the component of a profile that has its name.
///
/// Without reflection, since every program reads the built-in rows when it starts.
final class ProfileMembers {

  private final ObjectNode members;
  private final Set<String> known = new LinkedHashSet<>();

  private ProfileMembers(ObjectNode members) {
    this.members = members;
  }

  /// `start`, but for what `members` say.
  ///
  /// @param where the place of `members`, for errors
  /// @throws IllegalArgumentException if a member is unknown, or its value is not of its kind
  static ModelProfile change(ModelProfile start, ObjectNode members, String where) {
    if (members.isEmpty()) {
      return start;
    }
    try {
      var reading = new ProfileMembers(members);
      ModelProfile profile = reading.read(start);
      reading.requireKnown();
      return profile;
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(where + ": " + wrong.getMessage(), wrong);
    }
  }

  private ModelProfile read(ModelProfile start) {
    return new ModelProfile(
        text("family", start.family()),
        text("note", start.note()),
        flag("system", start.system()),
        flag("systemTurns", start.systemTurns()),
        flag("tools", start.tools()),
        flag("streamingTools", start.streamingTools()),
        choices("toolChoices", start.toolChoices()),
        word("forcedChoice", start.forcedChoice()),
        text("toolNameMarks", start.toolNameMarks()),
        word("toolUseIds", start.toolUseIds()),
        flag("strictTools", start.strictTools()),
        word("eagerInput", start.eagerInput()),
        flag("resultStatus", start.resultStatus()),
        flag("textBesideResults", start.textBesideResults()),
        flag("emptyResults", start.emptyResults()),
        flag("images", start.images()),
        flag("documents", start.documents()),
        flag("resultImages", start.resultImages()),
        flag("resultDocuments", start.resultDocuments()),
        flag("sampling", start.sampling()),
        flag("stopSequences", start.stopSequences()),
        flag("prefill", start.prefill()),
        word("reasoning", start.reasoning()),
        number("maxTokens", start.maxTokens()),
        flag("completionTokens", start.completionTokens()),
        word("promptedTools", start.promptedTools()));
  }

  private boolean flag(String name, boolean otherwise) {
    JsonNode value = member(name);
    require(value == null || value.isBoolean(), name, "true or false", value);
    return value == null ? otherwise : value.booleanValue();
  }

  private int number(String name, int otherwise) {
    JsonNode value = member(name);
    require(value == null || value.isInt(), name, "a whole number", value);
    return value == null ? otherwise : value.intValue();
  }

  private String text(String name, String otherwise) {
    JsonNode value = member(name);
    require(value == null || value.isString(), name, "a string", value);
    return value == null ? otherwise : value.stringValue();
  }

  private <E extends Enum<E>> E word(String name, E otherwise) {
    JsonNode value = member(name);
    return value == null ? otherwise : word(otherwise.getDeclaringClass(), value, name);
  }

  private Set<ModelProfile.Choice> choices(String name, Set<ModelProfile.Choice> otherwise) {
    JsonNode value = member(name);
    if (value == null) {
      return otherwise;
    }
    require(value.isArray(), name, "an array", value);
    Set<ModelProfile.Choice> choices = EnumSet.noneOf(ModelProfile.Choice.class);
    value.forEach(each -> choices.add(word(ModelProfile.Choice.class, each, name)));
    return choices;
  }

  private @Nullable JsonNode member(String name) {
    known.add(name);
    return members.get(name);
  }

  private void requireKnown() {
    for (String name : members.propertyNames()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "unknown member "
                + name
                + ", expected ids, like, on or one of "
                + String.join(", ", known));
      }
    }
  }

  private static void require(
      boolean holds, String name, String expected, @Nullable JsonNode value) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": expected " + expected + ", got " + value);
    }
  }

  private static <E extends Enum<E>> E word(Class<E> type, JsonNode value, String name) {
    return word(type, value.isString() ? value.stringValue() : value.toString(), name);
  }

  /// The constant of `type` that is spelled `text`.
  ///
  /// @param place where `text` stands, for errors
  static <E extends Enum<E>> E word(Class<E> type, String text, String place) {
    for (E constant : type.getEnumConstants()) {
      if (spelled(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        place
            + ": expected "
            + Arrays.stream(type.getEnumConstants())
                .map(ProfileMembers::spelled)
                .collect(Collectors.joining(" or "))
            + ", got "
            + text);
  }

  /// A constant as JSON has it: in lower case but for the first letters of later words.
  static String spelled(Enum<?> constant) {
    String[] words = constant.name().split("_", -1);
    StringBuilder spelled = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
    for (int i = 1; i < words.length; i++) {
      spelled.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
    }
    return spelled.toString();
  }
}
