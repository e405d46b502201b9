package dev.toolwire.lab.strategy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.strategy.Strategy.Manner;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolDraft;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.tool.ToolTraits;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a model is told to write in one run, and the tool it writes with: filler text of a given
/// length, as one parameter, as several, in pieces, or, for a control, as plain text.
///
/// @param pieceSize characters of a piece, where the text is written in several calls
record WritingOrder(RunLabel label, Manner manner, int pieceSize) {

  private static final JsonObject FS_WRITE =
      JsonObject.parse(
          """
          {"type": "object",
           "properties": {
             "command": {"type": "string", "enum": ["create", "append", "str_replace", "insert"]},
             "path": {"type": "string", "description": "The file to write, relative."},
             "file_text": {"type": "string",
               "description": "For create: the whole text. For append: what to add at the end."},
             "old_str": {"type": "string", "description": "For str_replace: what to replace."},
             "new_str": {"type": "string",
               "description": "For str_replace and insert: what to put there."},
             "insert_line": {"type": "integer", "description": "For insert: after which line."}},
           "required": ["command", "path"]}\
          """);

  /// More than any tokenizer needs for plain English, so that no input is cut.
  private static final int CHARACTERS_PER_TOKEN = 3;

  private static final int TOKENS_BESIDE = 1_000;

  /// The request; its tools are [#tools].
  ModelRequest request(ModelId model) {
    return ModelRequest.to(model, Conversation.startingWith(words()))
        .withInference(
            InferenceConfig.DEFAULTS.withMaxTokens(
                label.size() / CHARACTERS_PER_TOKEN + TOKENS_BESIDE));
  }

  /// How many calls the text is to be written in.
  int pieces() {
    return manner == Manner.CHUNKED ? Math.ceilDiv(label.size(), pieceSize) : 1;
  }

  /// The words to the model. Scripted models look for them.
  String words() {
    int size = label.size();
    String filler = "Plain sentences about anything, without markup, lists or headings.";
    if (label.control()) {
      return "Answer with filler text of exactly %d characters, as plain text. %s"
          .formatted(size, filler);
    }
    if (manner == Manner.CHUNKED) {
      return """
      Write filler text to the file stall.txt with fs_write, in %d pieces of %d characters: \
      create it with the first piece, then append the others, one call after the other. %s \
      Say nothing before the calls.\
      """
          .formatted(pieces(), Math.min(pieceSize, size), filler);
    }
    return """
    Write filler text to the file stall.txt with one call of fs_write, command create: \
    %s. %s Say nothing before the call.\
    """
        .formatted(parameters(), filler);
  }

  private String parameters() {
    int each = label.size() / label.shape().parameters();
    return label.shape() == Shape.ONE
        ? "file_text of exactly %d characters".formatted(each)
        : "%d parameters, %s, of exactly %d characters each"
            .formatted(label.shape().parameters(), names().collect(Collectors.joining(" ")), each);
  }

  private Stream<String> names() {
    return IntStream.rangeClosed(1, label.shape().parameters()).mapToObj(i -> "part_" + i);
  }

  /// The tool: it counts what it is told to write, and writes nothing.
  ///
  /// @param written is told of the characters
  ToolSet tools(AtomicLong written) {
    if (label.control()) {
      return ToolSet.none();
    }
    ToolDraft draft =
        Tool.named("fs_write")
            .describedAs(
                """
                Creates and changes text files. Commands: create (file_text) writes a whole \
                file; append (file_text) adds at the end of a file; str_replace (old_str, \
                new_str) replaces a text; insert (insert_line, new_str) inserts lines.\
                """)
            .with(ToolTraits.DEFAULTS.asInline());
    return ToolSet.of(
        (manner == Manner.EAGER ? draft.eagerInput() : draft)
            .taking(schema(), input -> count(input, written)));
  }

  private static ToolOutcome count(JsonObject input, AtomicLong written) {
    return ToolOutcome.text(
        "written; the file has %d characters now"
            .formatted(written.addAndGet(input.text("file_text").orElse("").length())));
  }

  private JsonObject schema() {
    if (label.shape() == Shape.ONE) {
      return FS_WRITE;
    }
    String parts =
        names().map("\"%s\": {\"type\": \"string\"}"::formatted).collect(Collectors.joining(", "));
    return JsonObject.parse(
        String.format(
            Locale.ROOT,
            """
            {"type": "object",
             "properties": {"command": {"type": "string"}, "path": {"type": "string"}, %s},
             "required": ["command", "path"]}\
            """,
            parts));
  }
}
