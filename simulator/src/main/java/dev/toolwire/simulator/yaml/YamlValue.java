package dev.toolwire.simulator.yaml;

import dev.toolwire.json.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A value in a YAML file that knows where it stands, so that whoever finds it wrong can say so.
public final class YamlValue {

  /// The most bytes that a file may have.
  public static final long LONGEST_FILE = 3_000_000;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String source;
  private final Node node;

  YamlValue(String source, Node node) {
    this.source = source;
    this.node = node;
  }

  /// The documents of a file, which errors call by its path.
  ///
  /// @throws IOException if it cannot be read
  /// @throws InvalidYamlException if it is too long, or not YAML in UTF-8
  public static List<YamlValue> documents(Path file) throws IOException {
    if (Files.size(file) > LONGEST_FILE) {
      throw new InvalidYamlException(
          file + " has more than " + LONGEST_FILE + " bytes; split it into several files");
    }
    try {
      return documents(file.toString(), Files.readString(file));
    } catch (CharacterCodingException binary) {
      throw new InvalidYamlException(file + ": not UTF-8 text");
    }
  }

  /// The documents of a text.
  ///
  /// @param source what errors call it
  /// @throws InvalidYamlException if it is not YAML
  public static List<YamlValue> documents(String source, String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel(source).build();
    List<YamlValue> documents = new ArrayList<>();
    try {
      for (Node node : new Compose(settings).composeAllFromString(yaml)) {
        documents.add(new YamlValue(source, node));
      }
    } catch (MarkedYamlEngineException wrong) {
      throw new InvalidYamlException(place(source, wrong.getProblemMark()) + wrong.getProblem());
    } catch (YamlEngineException wrong) {
      throw new InvalidYamlException(source + ": " + wrong.getMessage());
    }
    return documents;
  }

  /// Where the value stands, such as `radio.yaml:12:7`.
  public String place() {
    return place(source, node.getStartMark()).strip().replaceFirst(":$", "");
  }

  private static String place(String source, Optional<Mark> mark) {
    return mark.map(at -> source + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1) + ": ")
        .orElse(source + ": ");
  }

  /// The complaint that something is wrong here.
  public InvalidYamlException wrong(String problem) {
    return new InvalidYamlException(place(source, node.getStartMark()) + problem);
  }

  /// The complaint that `what` was expected here, and what came.
  public InvalidYamlException expected(String what) {
    return wrong("expected " + what + ", got " + kind());
  }

  private String kind() {
    return switch (node) {
      case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
      case SequenceNode _ -> "a list";
      default -> "a map";
    };
  }

  public boolean isText() {
    return node instanceof ScalarNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /// A scalar as it is written, numbers and booleans included.
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw expected("text");
  }

  /// A whole number, `least` or more.
  public int integer(int least) {
    try {
      int value = Integer.parseInt(text());
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below, together with a number that is too small
    }
    throw expected("a whole number from " + least);
  }

  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw expected("true or false");
    };
  }

  /// What `reader` makes of the text; its complaint is told with the place.
  public <T> T read(Function<String, T> reader) {
    String written = text();
    try {
      return reader.apply(written);
    } catch (IllegalArgumentException wrong) {
      throw wrong(String.valueOf(wrong.getMessage()));
    }
  }

  /// The elements of a list; anything else is a list of one.
  public List<YamlValue> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(this::at).toList()
        : List.of(this);
  }

  /// The members of a map, of which only those named here may occur.
  public YamlFields fields(String... known) {
    return new YamlFields(this, tuples(), List.of(known));
  }

  /// The members of a map with any keys.
  public YamlFields fields() {
    return new YamlFields(this, tuples(), List.of());
  }

  private List<NodeTuple> tuples() {
    if (node instanceof MappingNode map) {
      return map.getValue();
    }
    throw expected("a map");
  }

  YamlValue at(Node inner) {
    return new YamlValue(source, inner);
  }

  /// The value as JSON; the types of scalars are those of YAML's JSON schema.
  public JsonNode json() {
    if (node.isRecursive()) {
      throw wrong("a value may not contain itself");
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode _ -> {
        ArrayNode array = JSON.arrayNode();
        items().forEach(item -> array.add(item.json()));
        yield array;
      }
      default -> {
        ObjectNode object = JSON.objectNode();
        fields().forEach((name, value) -> object.set(name, value.json()));
        yield object;
      }
    };
  }

  private JsonNode scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.BOOL) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return JsonText.read(scalar.getValue());
      } catch (tools.jackson.core.JacksonException _) {
        return JSON.stringNode(scalar.getValue());
      }
    }
    return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(scalar.getValue());
  }
}
