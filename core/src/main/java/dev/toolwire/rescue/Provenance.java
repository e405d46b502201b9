package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where a rescued call comes from. It travels in the `extra` of the call, as what the wire `text`
/// says and no other wire can.
///
/// @param format the [id][Format#id] of its format
/// @param level how sure it was, in lower case
/// @param repairs what was mended, in lower case
public record Provenance(String format, String level, List<String> repairs) {

  private static final String WIRE = "wire";
  private static final String TEXT = "text";

  public Provenance {
    repairs = List.copyOf(repairs);
  }

  /// Where `call` comes from.
  public static Provenance of(TextCall.Call call) {
    return of(call.format(), call.level(), call.repairs());
  }

  /// Where `call` comes from, if somebody takes it for one.
  public static Provenance of(TextCall.Suggested call) {
    return of(call.format(), call.level(), call.repairs());
  }

  /// Where a call comes from that needs no repairs.
  static Provenance of(Format format, Level level) {
    return of(format, level, Set.of());
  }

  private static Provenance of(Format format, Level level, Set<TextRepair> repairs) {
    return new Provenance(
        format.id(), word(level), repairs.stream().map(Provenance::word).sorted().toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The provenance in the `extra` of a call; empty for a call that was none of ours.
  public static Optional<Provenance> in(JsonObject extra) {
    if (!extra.text(WIRE).filter(TEXT::equals).isPresent()) {
      return Optional.empty();
    }
    List<String> repairs = new ArrayList<>();
    extra
        .member("repairs")
        .ifPresent(list -> list.forEach(repair -> repairs.add(repair.asString(""))));
    return Optional.of(
        new Provenance(extra.text("format").orElse(""), extra.text("level").orElse(""), repairs));
  }

  /// The `extra` of a call that says so.
  public JsonObject toExtra() {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    extra.put(WIRE, TEXT).put("format", format).put("level", level);
    ArrayNode list = extra.putArray("repairs");
    repairs.forEach(list::add);
    return JsonObject.adopt(extra);
  }

  @Override
  public String toString() {
    return format + " " + level + (repairs.isEmpty() ? "" : " " + String.join(",", repairs));
  }
}
