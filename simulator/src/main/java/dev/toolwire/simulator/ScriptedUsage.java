package dev.toolwire.simulator;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.util.OptionalInt;

/// Token counts that a script prescribes; what it leaves out is estimated.
record ScriptedUsage(OptionalInt input, OptionalInt output, int cacheRead, int cacheWrite) {

  static final ScriptedUsage ESTIMATED =
      new ScriptedUsage(OptionalInt.empty(), OptionalInt.empty(), 0, 0);

  /// Characters of English and JSON to a token, as a rule of thumb.
  private static final int CHARACTERS_PER_TOKEN = 4;

  static ScriptedUsage read(YamlValue value) {
    YamlFields fields = value.fields("input", "output", "cache_read", "cache_write");
    return new ScriptedUsage(
        count(fields, "input"),
        count(fields, "output"),
        count(fields, "cache_read").orElse(0),
        count(fields, "cache_write").orElse(0));
  }

  private static OptionalInt count(YamlFields fields, String name) {
    return fields.has(name) ? OptionalInt.of(fields.need(name).integer(0)) : OptionalInt.empty();
  }

  /// How many tokens so many characters may be; at least one.
  static int tokens(int characters) {
    return Math.max(1, Math.ceilDiv(characters, CHARACTERS_PER_TOKEN));
  }

  /// How many characters so many tokens may be.
  static int characters(int tokens) {
    return (int) Math.min((long) tokens * CHARACTERS_PER_TOKEN, Integer.MAX_VALUE);
  }

  Usage of(int requestCharacters, int answerCharacters) {
    return new Usage(
        input.orElse(tokens(requestCharacters)),
        output.orElse(tokens(answerCharacters)),
        cacheRead,
        cacheWrite,
        JsonObject.EMPTY);
  }
}
