package dev.toolwire.wire.converse;

import dev.toolwire.model.ModelProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A request of the right shape, laid out for the rules: every union in it has one member.
///
/// @param prompt whether it goes to a stored prompt, whose own messages come before these
record CheckedRequest(
    JsonNode body, List<Turn> turns, ModelProfile profile, boolean streaming, boolean prompt) {

  /// One of the `messages`.
  ///
  /// @param index from 0
  record Turn(int index, String role, List<Block> content) {

    boolean isUser() {
      return role.equals("user");
    }

    boolean isAssistant() {
      return role.equals("assistant");
    }

    /// Its content, as errors name it.
    String at() {
      return "messages." + index + ".content";
    }

    boolean has(String kind) {
      return blocks(kind).findAny().isPresent();
    }

    Stream<Block> blocks(String kind) {
      return content.stream().filter(block -> block.is(kind));
    }
  }

  /// One element of a list of unions.
  ///
  /// @param list where the list stands
  /// @param index from 0
  /// @param kind the name of the member that is set
  record Block(String list, int index, String kind, JsonNode value) {

    boolean is(String what) {
      return kind.equals(what);
    }

    /// The element, as errors name it.
    String at() {
      return list + "." + index;
    }

    /// A string member of the value; empty if there is none.
    String text(String member) {
      return value.path(member).asString("");
    }

    /// The blocks of a tool result.
    List<Block> content() {
      return blocks(at() + "." + kind + ".content", value.path("content"));
    }
  }

  static CheckedRequest of(JsonNode body, ModelProfile profile, boolean streaming, boolean prompt) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      int index = turns.size();
      List<Block> content = blocks("messages." + index + ".content", message.path("content"));
      turns.add(new Turn(index, message.path("role").asString(), content));
    }
    return new CheckedRequest(body, List.copyOf(turns), profile, streaming, prompt);
  }

  List<Block> system() {
    return blocks("system", body.path("system"));
  }

  List<Block> tools() {
    return blocks("toolConfig.tools", body.path("toolConfig").path("tools"));
  }

  boolean hasToolConfig() {
    return body.path("toolConfig").isObject();
  }

  /// The member that is set in `toolConfig.toolChoice`; empty if there is no choice.
  String toolChoice() {
    return member(body.path("toolConfig").path("toolChoice"));
  }

  /// Claude's switch for reasoning with a budget, which travels beside Converse's own members.
  boolean isThinking() {
    JsonNode thinking = body.path("additionalModelRequestFields").path("thinking");
    return thinking.path("type").asString("").equals("enabled");
  }

  private static List<Block> blocks(String list, JsonNode unions) {
    List<Block> blocks = new ArrayList<>(unions.size());
    for (JsonNode union : unions) {
      String kind = member(union);
      blocks.add(new Block(list, blocks.size(), kind, union.path(kind)));
    }
    return blocks;
  }

  private static String member(JsonNode union) {
    return union.properties().stream()
        .filter(member -> !member.getValue().isNull())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
