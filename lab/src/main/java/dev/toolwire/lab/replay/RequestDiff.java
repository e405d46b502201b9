package dev.toolwire.lab.replay;

import dev.toolwire.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// In what a request differs from one that was recorded, line by line.
///
/// ```
/// /messages/0/content/0/text: recorded "…a peck of pickled…", now "…a pack of pickled…"
/// /tools/1: recorded nothing, now {"name":"fs_write",…}
/// header anthropic-beta: recorded "a", now nothing
/// ```
final class RequestDiff {

  /// How many differences are told.
  static final int MOST_LINES = 10;

  /// How much of a value is shown.
  private static final int LONGEST = 80;

  /// What is shown in front of the place where two texts part.
  private static final int BEFORE = 20;

  private final List<String> lines = new ArrayList<>();

  private RequestDiff() {}

  /// The differences, none if the requests are the same.
  static List<String> between(TapedRequest recorded, TapedRequest now) {
    RequestDiff diff = new RequestDiff();
    if (!recorded.method().equals(now.method())) {
      diff.line("method", quoted(recorded.method()), quoted(now.method()));
    }
    diff.texts("path", recorded.path(), now.path());
    diff.headers(recorded.headers(), now.headers());
    diff.values(JsonPath.root(), Canonical.of(recorded.body()), Canonical.of(now.body()));
    return diff.lines;
  }

  /// The differences as they are shown.
  static String shown(List<String> lines) {
    String first = String.join("\n  ", lines.subList(0, Math.min(MOST_LINES, lines.size())));
    int more = lines.size() - MOST_LINES;
    return "  " + first + (more > 0 ? "\n  and " + more + " more" : "");
  }

  private void headers(Map<String, String> recorded, Map<String, String> now) {
    Set<String> names = new LinkedHashSet<>(recorded.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String before = recorded.get(name);
      String after = now.get(name);
      if (before == null || !before.equals(after)) {
        line(
            "header " + name,
            before == null ? "nothing" : quoted(before),
            after == null ? "nothing" : quoted(after));
      }
    }
  }

  private void values(JsonPath path, @Nullable JsonNode recorded, @Nullable JsonNode now) {
    if (recorded instanceof ObjectNode before && now instanceof ObjectNode after) {
      Set<String> names = new LinkedHashSet<>(before.propertyNames());
      names.addAll(after.propertyNames());
      names.forEach(name -> values(path.member(name), before.get(name), after.get(name)));
    } else if (recorded instanceof ArrayNode before && now instanceof ArrayNode after) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        values(path.element(i), before.get(i), after.get(i));
      }
    } else if (recorded == null || !recorded.equals(now)) {
      String place = path.toString().isEmpty() ? "body" : path.toString();
      if (recorded != null && recorded.isString() && now != null && now.isString()) {
        texts(place, recorded.stringValue(), now.stringValue());
      } else {
        line(place, shown(recorded), shown(now));
      }
    }
  }

  private void texts(String place, String recorded, String now) {
    if (recorded.equals(now)) {
      return;
    }
    int same = 0;
    while (same < Math.min(recorded.length(), now.length())
        && recorded.charAt(same) == now.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - BEFORE);
    line(place, quoted(from(recorded, from)), quoted(from(now, from)));
  }

  private static String from(String text, int begin) {
    return (begin > 0 ? "…" : "") + text.substring(begin);
  }

  private static String shown(@Nullable JsonNode value) {
    return value == null ? "nothing" : cut(value.toString());
  }

  private static String quoted(String text) {
    return '"' + cut(text.replace("\n", "\\n")) + '"';
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private void line(String place, String recorded, String now) {
    lines.add(place + ": recorded " + recorded + ", now " + now);
  }
}
