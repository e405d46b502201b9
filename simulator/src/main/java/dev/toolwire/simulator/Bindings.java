package dev.toolwire.simulator;

import dev.toolwire.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The values that `${…}` in a script can name: what patterns captured, and tool results.
final class Bindings {

  /// A name, then members and elements: `song`, `song.title`, `songs[0].title`.
  private static final Pattern PATH =
      Pattern.compile("([A-Za-z_][\\w-]*)((?:\\.[\\w-]+|\\[\\d+])*)");

  private static final Pattern STEP = Pattern.compile("\\.([\\w-]+)|\\[(\\d+)]");

  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  /// The name that a path begins with.
  ///
  /// @throws IllegalArgumentException if it is not a path
  static String nameIn(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a name or a path such as song.title or songs[0], got \"" + path + "\"");
    }
    return matcher.group(1);
  }

  Bindings bind(String name, JsonNode value) {
    values.put(name, value);
    return this;
  }

  Bindings bind(Map<String, String> captured) {
    captured.forEach((name, text) -> bind(name, JsonNodeFactory.instance.stringNode(text)));
    return this;
  }

  /// The value at `path`. An object with a single member stands for the value of that member, since
  /// tools wrap what is no object: `{"result": 9}` is 9.
  ///
  /// @throws MissingValueException if there is none
  JsonNode value(String path) {
    Matcher whole = PATH.matcher(path);
    if (!whole.matches() || !values.containsKey(whole.group(1))) {
      throw new MissingValueException(path);
    }
    JsonNode value = values.getOrDefault(whole.group(1), JsonNodeFactory.instance.missingNode());
    for (Matcher step = STEP.matcher(whole.group(2)); step.find(); ) {
      value =
          step.group(1) != null
              ? value.path(step.group(1))
              : value.path(Integer.parseInt(step.group(2)));
    }
    if (value.isMissingNode()) {
      throw new MissingValueException(path);
    }
    return value instanceof ObjectNode object && object.size() == 1
        ? object.values().iterator().next()
        : value;
  }

  /// The value at `path` as words: texts without quotes, anything else as JSON.
  String text(String path) {
    JsonNode value = value(path);
    return value.isString() ? value.stringValue() : JsonText.string(value);
  }

  /// A script names a value that this conversation does not have.
  static final class MissingValueException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String path;

    MissingValueException(String path) {
      super("there is no ${" + path + "}");
      this.path = path;
    }

    String path() {
      return path;
    }
  }
}
