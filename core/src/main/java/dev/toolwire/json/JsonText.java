package dev.toolwire.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.TreeNode;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/// JSON text to trees and back, by Jackson's parser and generator: strict [RFC
/// 8259](https://www.rfc-editor.org/rfc/rfc8259), no trailing text, decimals kept as written, the
/// last of several members of one name.
///
/// No mapper is needed for this ([JsonBinding] has one), and a process that has none starts sooner.
/// Safe for use by many threads.
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectWriteContext TREES = new TreeWriting();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int FIRST_BYTES = 512;

  private JsonText() {}

  /// Reads one value; [missing][MissingNode] if the text is blank.
  ///
  /// @throws JacksonException if `text` is not JSON
  public static JsonNode read(String text) {
    return read(FACTORY.createParser(ObjectReadContext.empty(), text));
  }

  /// Reads one value from UTF-8, as [#read(String)] does.
  public static JsonNode read(byte[] bytes) {
    return read(bytes, 0, bytes.length);
  }

  /// Reads one value from a part of `bytes`.
  public static JsonNode read(byte[] bytes, int offset, int length) {
    return read(FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length));
  }

  /// A parser of UTF-8, for whoever looks for one value and wants no tree.
  public static JsonParser parser(byte[] bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /// Reads one value from a stream, and closes it.
  public static JsonNode read(InputStream in) {
    return read(FACTORY.createParser(ObjectReadContext.empty(), in));
  }

  /// What is wrong with a text that is not JSON, and where, such as `Unexpected end-of-input:
  /// expected close marker for Object, at line 1, column 2`.
  public static String mistake(JacksonException notJson) {
    String words = Mistakes.PARSERS_OWN.matcher(notJson.getOriginalMessage()).replaceAll("");
    TokenStreamLocation at = notJson.getLocation();
    return at == null || at.getLineNr() < 1
        ? words
        : "%s, at line %d, column %d".formatted(words, at.getLineNr(), at.getColumnNr());
  }

  private static JsonNode read(JsonParser in) {
    try (in) {
      JsonToken first = in.nextToken();
      if (first == null) {
        return MissingNode.getInstance();
      }
      JsonNode value = value(in, first);
      if (in.nextToken() != null) {
        throw new StreamReadException(in, "more text after the end of the value");
      }
      return value;
    }
  }

  private static JsonNode value(JsonParser in, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> members(in);
      case START_ARRAY -> elements(in);
      case VALUE_STRING -> NODES.stringNode(in.getString());
      case VALUE_NUMBER_INT -> integer(in);
      case VALUE_NUMBER_FLOAT -> decimal(in);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new StreamReadException(in, "expected a value, got " + token);
    };
  }

  private static ObjectNode members(JsonParser in) {
    ObjectNode object = NODES.objectNode();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      object.set(name, value(in, in.nextToken()));
    }
    return object;
  }

  private static ArrayNode elements(JsonParser in) {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      array.add(value(in, token));
    }
    return array;
  }

  private static JsonNode integer(JsonParser in) {
    return switch (in.getNumberType()) {
      case INT -> NODES.numberNode(in.getIntValue());
      case LONG -> NODES.numberNode(in.getLongValue());
      default -> NODES.numberNode(in.getBigIntegerValue());
    };
  }

  private static JsonNode decimal(JsonParser in) {
    try {
      return NODES.numberNode(in.getDecimalValue());
    } catch (NumberFormatException beyond) {
      // Jackson lets this through for an exponent of more than 32 bits.
      throw new StreamReadException(
          in, "the number " + in.getString() + " is out of range", beyond);
    }
  }

  /// Compact text in UTF-8. A surrogate without its other half is escaped.
  public static byte[] write(JsonNode tree) {
    return write(out -> out.writeTree(tree));
  }

  /// Compact text. Unlike a tree's own `toString`, which asks a mapper.
  public static String string(JsonNode tree) {
    return new String(write(tree), UTF_8);
  }

  /// The text that `body` writes straight from values, without a tree in between.
  public static byte[] write(Consumer<JsonGenerator> body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
    try (JsonGenerator out = generator(bytes)) {
      body.accept(out);
    }
    return bytes.toByteArray();
  }

  /// A generator of compact UTF-8, which writes trees; closing it closes `out`.
  public static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(TREES, out);
  }

  /// Made ready for the first mistake, of which a process mostly reads none.
  private static final class Mistakes {

    /// What the parser adds of how it is set up, and of what it does not say where.
    static final Pattern PARSERS_OWN =
        Pattern.compile(" \\([\\w ]+ at \\[Source: [^]]*]\\)|, from `[^`]*`");
  }

  /// What a generator asks when it is given more than a scalar.
  private static final class TreeWriting extends ObjectWriteContext.Base {

    @Override
    public void writeTree(JsonGenerator out, TreeNode tree) {
      write(out, (JsonNode) tree);
    }

    private static void write(JsonGenerator out, JsonNode node) {
      switch (node.getNodeType()) {
        case OBJECT -> {
          out.writeStartObject();
          node.forEachEntry((name, value) -> {
            out.writeName(name);
            write(out, value);
          });
          out.writeEndObject();
        }
        case ARRAY -> {
          out.writeStartArray();
          node.forEach(element -> write(out, element));
          out.writeEndArray();
        }
        case STRING -> out.writeString(node.stringValue());
        case NUMBER -> writeNumber(out, node);
        case BOOLEAN -> out.writeBoolean(node.booleanValue());
        case NULL, MISSING -> out.writeNull();
        case BINARY -> out.writeBinary(node.binaryValue());
        case POJO -> write(out, JsonBinding.toTree(((POJONode) node).getPojo()));
      }
    }

    private static void writeNumber(JsonGenerator out, JsonNode number) {
      switch (number.numberType()) {
        case INT -> out.writeNumber(number.intValue());
        case LONG -> out.writeNumber(number.longValue());
        case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
        case FLOAT -> out.writeNumber(number.floatValue());
        case DOUBLE -> out.writeNumber(number.doubleValue());
        case BIG_DECIMAL -> out.writeNumber(number.decimalValue());
      }
    }
  }
}
