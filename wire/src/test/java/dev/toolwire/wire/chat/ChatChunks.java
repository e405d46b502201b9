package dev.toolwire.wire.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Makes up the chunks of one stream: a server's habits, kept to by most chunks and broken by some.
final class ChatChunks {

  private static final List<String> PIECES =
      List.of(
          "a",
          "Ærø",
          " ",
          "\\n",
          "\\\"",
          "\\\\",
          "\\/",
          "😀",
          "{\\\"a\\\":1}",
          "}",
          "]",
          "\\\"content\\\":\\\"",
          "\\u0041",
          "\\ud83d\\ude00",
          "\\ud83d",
          "\\x",
          "\u0001",
          "\uFFFD");
  private static final int HARMLESS = 12;
  private static final List<String> BESIDE =
      List.of(
          "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}",
          "\"system_fingerprint\":\"fp\"",
          "\"error\":null",
          "\"error\":{\"message\":\"No\",\"code\":\"slow_down\"}",
          "\"x\":{\"delta\":{\"content\":\"Hm\"}}");
  private static final List<String> IN_CHOICE =
      List.of("\"finish_reason\":\"stop\"", "\"logprobs\":{\"content\":[]}", "\"index\":1");
  private static final List<String> IN_DELTA =
      List.of("\"refusal\":\"No\"", "\"content\":\"Hm\"", "\"tool_calls\":null", "\"foo\":1");

  private final Random random;
  private final String gap;
  private final long order;
  private final boolean padded;
  private final List<String> outer = new ArrayList<>();
  private final List<String> choice = new ArrayList<>();
  private final List<String> inner = new ArrayList<>();

  ChatChunks(Random random) {
    this.random = random;
    gap = random.nextInt(4) == 0 ? " " : "";
    order = random.nextInt(3) == 0 ? random.nextLong() : 0;
    padded = random.nextBoolean();
    maybe(outer, "\"id\":\"chatcmpl-1\"", "\"object\":\"chat.completion.chunk\"", "\"usage\":null");
    maybe(choice, "\"index\":0", "\"finish_reason\":null", "\"logprobs\":null");
    if (random.nextInt(3) == 0) {
      maybe(inner, "\"role\":\"assistant\"", "\"refusal\":null", "\"tool_calls\":null");
    }
  }

  private void maybe(List<String> members, String... each) {
    for (String member : each) {
      if (random.nextBoolean()) {
        members.add(member);
      }
    }
  }

  List<String> stream() {
    List<String> chunks = new ArrayList<>();
    chunks.add(
        chunk(
            "\"tool_calls\":[{\"index\":1,\"id\":\"c1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]"));
    for (int i = random.nextInt(20); i >= 0; i--) {
      String chunk = chunk(said());
      chunks.add(random.nextInt(80) == 0 ? damaged(chunk) : chunk);
    }
    return chunks;
  }

  private String said() {
    String text = ":" + gap + '"' + text() + '"';
    return switch (random.nextInt(6)) {
      case 0, 1 -> "\"content\"" + text;
      case 2 -> "\"reasoning\"" + text;
      case 3 -> "\"reasoning_content\"" + text;
      default ->
          "\"tool_calls\":[{\"index\":"
              + random.nextInt(3)
              + ",\"function\":{\"arguments\""
              + text
              + "}}]";
    };
  }

  private String chunk(String said) {
    String delta = object(inner, IN_DELTA, said);
    String one = object(choice, IN_CHOICE, "\"delta\":" + gap + delta);
    String all = random.nextInt(40) == 0 ? one + "," + one : one;
    String whole = object(outer, BESIDE, "\"choices\":" + gap + "[" + all + "]");
    return padded
        ? whole.substring(0, whole.length() - 1) + ",\"obfuscation\":\"" + padding() + "\"}"
        : whole;
  }

  private String padding() {
    return random.nextInt(10) == 0 ? text() : "abc".substring(random.nextInt(3));
  }

  private String object(List<String> habits, List<String> surprises, String main) {
    List<String> members = new ArrayList<>(habits);
    members.add(habits.size() / 2, main);
    if (order != 0) {
      Collections.shuffle(members, new Random(order));
    }
    if (random.nextInt(25) == 0) {
      String surprise = surprises.get(random.nextInt(surprises.size()));
      members.add(random.nextInt(members.size() + 1), surprise);
    }
    return "{" + String.join("," + gap, members) + "}";
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(random.nextInt(20) == 0 ? PIECES.size() : HARMLESS)));
    }
    return text.toString();
  }

  private String damaged(String whole) {
    int at = random.nextInt(whole.length());
    return whole.substring(0, at) + "\"{}[],:0 \\".charAt(random.nextInt(9)) + whole.substring(at);
  }
}
