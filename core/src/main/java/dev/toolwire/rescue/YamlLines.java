package dev.toolwire.rescue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The little of YAML that prompts ask for: a line `key: value` for each parameter, a block after
/// `|`, and a list of lines that begin with a dash.
final class YamlLines {

  private YamlLines() {}

  /// Adds the members to `into`; false if a line is none of these.
  static boolean read(String text, @Nullable DeclaredTool tool, ObjectNode into) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      int colon = line.indexOf(':');
      if (colon <= 0 || indent(line) != indent(lines.getFirst())) {
        return false;
      }
      String key = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      int end = at + 1;
      while (end < lines.size() && belongsTo(line, value, lines.get(end))) {
        end++;
      }
      JsonNode schema = tool == null ? MissingNode.getInstance() : tool.parameter(key);
      List<String> block = lines.subList(at + 1, end);
      if (!key.chars().allMatch(c -> Texts.isNamePart(c))) {
        return false;
      }
      into.set(key, block.isEmpty() ? scalar(value, schema) : block(value, block, schema));
      at = end;
    }
    return !lines.isEmpty();
  }

  /// Whether a line goes on with the value of the key before: it is indented, or an item of a list.
  private static boolean belongsTo(String line, String value, String next) {
    return indent(next) > indent(line) || (value.isEmpty() && next.strip().startsWith("- "));
  }

  private static JsonNode block(String value, List<String> lines, JsonNode schema) {
    if (lines.stream().allMatch(line -> line.strip().startsWith("- "))) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      lines.forEach(
          line -> array.add(scalar(line.strip().substring(2).strip(), schema.path("items"))));
      return array;
    }
    int indent = indent(lines.getFirst());
    String glue = value.startsWith(">") ? " " : "\n";
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(text.isEmpty() ? "" : glue)
          .append(line.substring(Math.min(indent, indent(line))));
    }
    return StringNode.valueOf(text.toString());
  }

  private static JsonNode scalar(String text, JsonNode schema) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    if (quoted) {
      JsonNode read = ArgumentText.json(text);
      return read == null ? StringNode.valueOf(text.substring(1, text.length() - 1)) : read;
    }
    return ArgumentText.typed(text, schema, false);
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
