package dev.toolwire.rescue;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The arguments of a call in tagged text: texts, typed by the schema of the declared tool. Of two
/// equal keys the first one counts, unless elements are repeated to make an array.
final class TaggedArguments {

  static final String CDATA = "<![CDATA[";
  static final String CDATA_END = "]]>";

  private final BodyTerms terms;
  private final Set<TextRepair> repairs;
  private final ObjectNode members = JsonNodeFactory.instance.objectNode();
  private @Nullable DeclaredTool tool;

  TaggedArguments(BodyTerms terms, Set<TextRepair> repairs) {
    this.terms = terms;
    this.repairs = repairs;
  }

  void of(String name) {
    RescueTools.Found found = terms.tools().find(name);
    tool = found == null ? null : found.tool();
  }

  ObjectNode members() {
    return members;
  }

  boolean isParameter(String name) {
    return tool != null && !tool.parameter(name).isMissingNode();
  }

  /// Adds what stands in lines of YAML; false if they are none.
  boolean addLines(String lines) {
    return YamlLines.read(lines, tool, members);
  }

  /// @param element the tag around the text
  /// @param raw the text between the tags, as it stands there
  void put(String key, String element, Map<String, String> attributes, String raw) {
    JsonNode schema = tool == null ? MissingNode.getInstance() : tool.parameter(key);
    JsonNode value = typed(schema, element, attributes, raw);
    JsonNode there = members.get(key);
    if (there == null) {
      members.set(key, value);
    } else if (isParameterTag(element) || !ArgumentText.types(schema).contains("array")) {
      repairs.add(TextRepair.DUPLICATE_KEY);
    } else if (there instanceof ArrayNode array) {
      array.add(value);
    } else {
      members.set(key, JsonNodeFactory.instance.arrayNode().add(there).add(value));
    }
  }

  private JsonNode typed(
      JsonNode schema, String element, Map<String, String> attributes, String raw) {
    String declared = attributes.getOrDefault("string", attributes.getOrDefault("type", ""));
    if (declared.equals("true") || declared.equals("string")) {
      return StringNode.valueOf(raw);
    }
    if (!declared.isEmpty() && isParameterTag(element)) {
      JsonNode read = ArgumentText.json(raw.strip());
      return read == null ? StringNode.valueOf(raw) : read;
    }
    String plain = element.equals("arg_value") ? raw : withoutFrame(raw);
    String stripped = plain.strip();
    if (stripped.startsWith(CDATA) && stripped.endsWith(CDATA_END)) {
      plain = stripped.substring(CDATA.length(), stripped.length() - CDATA_END.length());
    } else if (!isParameterTag(element)) {
      JsonNode nested = elements(stripped, schema);
      if (nested != null) {
        return nested;
      }
    }
    boolean text =
        terms.has(Format.Trait.TEXT_UNLESS_DECLARED) || terms.has(Format.Trait.TEXT_IF_UNKNOWN);
    return ArgumentText.typed(plain, schema, text);
  }

  private @Nullable JsonNode elements(String text, JsonNode schema) {
    boolean tags = text.startsWith("<") || text.startsWith(Tag.MINIMAX);
    boolean asText = ArgumentText.types(schema).contains("string");
    return tags && !asText ? Elements.read(text, schema, terms.depth()) : null;
  }

  /// Whether this is the tag of a parameter that has its key beside it, and not in its name.
  static boolean isParameterTag(String local) {
    return local.equals("parameter")
        || local.equals("param")
        || local.equals("argument")
        || local.equals("arg_value");
  }

  /// Without the one line break that stands before and after a value on lines of its own.
  private static String withoutFrame(String raw) {
    int from = raw.startsWith("\r\n") ? 2 : raw.startsWith("\n") ? 1 : 0;
    int to = raw.length();
    if (to > from && raw.charAt(to - 1) == '\n') {
      to--;
      if (to > from && raw.charAt(to - 1) == '\r') {
        to--;
      }
    }
    return raw.substring(from, to);
  }
}
