package dev.toolwire.toolbox;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Writes text files below one directory. Runs alone in its turn, since two changes of one file
/// must not overlap.
final class FsWriteTool {

  private static final JsonObject SCHEMA =
      JsonObject.parse(
          """
          {"type": "object",
           "properties": {
             "command": {"type": "string", "enum": ["create", "append", "str_replace", "insert"],
               "description": "What to do with the file."},
             "path": {"type": "string", "minLength": 1, "maxLength": 1024,
               "description": "The file, relative to the working directory, with / between names, such as notes/today.txt."},
             "file_text": {"type": "string",
               "description": "For create: the whole text of the file. For append: the text to add at its end."},
             "old_str": {"type": "string", "minLength": 1,
               "description": "For str_replace: the text to replace, exactly as it is in the file, blanks and line ends too. It must occur exactly once."},
             "new_str": {"type": "string",
               "description": "For str_replace: what to put in its place; without it the text is deleted. For insert: the lines to insert."},
             "insert_line": {"type": "integer", "minimum": 0, "maximum": 100000000,
               "description": "For insert: the number of the line after which to insert; 0 inserts at the beginning."}},
           "required": ["command", "path"],
           "additionalProperties": false}\
          """);

  private FsWriteTool() {}

  static Tool under(ConfinedFolder folder) {
    return Tool.named("fs_write")
        .describedAs(
            """
            Creates and changes UTF-8 text files in the working directory. Commands: \
            create (file_text) writes a whole file and replaces one that is there; \
            append (file_text) adds at the end of a file and creates it if there is none; \
            str_replace (old_str, new_str) replaces a text that occurs exactly once in a file; \
            insert (insert_line, new_str) inserts whole lines after the line with that number. \
            Directories on the way are created. Paths are relative, never lead upwards and never \
            through links. A change happens as asked or not at all; an error says why.\
            """)
        .with(ToolTraits.DEFAULTS.asExclusive())
        .taking(SCHEMA, input -> write(folder, input));
  }

  private static ToolOutcome write(ConfinedFolder folder, JsonObject input) {
    String path = input.text("path").orElseThrow();
    try {
      return ToolOutcome.text(write(folder, RelativePath.parse(path), input));
    } catch (FileRefusedException refused) {
      return ToolOutcome.retry(refused.advice());
    } catch (AccessDeniedException denied) {
      return ToolOutcome.failed("no permission to write " + Shown.of(path));
    } catch (IOException broken) {
      return ToolOutcome.failed("the file system could not write " + Shown.of(path));
    }
  }

  private static String write(ConfinedFolder folder, RelativePath path, JsonObject input)
      throws IOException, FileRefusedException {
    String command = input.text("command").orElseThrow();
    Optional<String> old = folder.read(path);
    String text =
        switch (command) {
          case "create" -> text(input, "file_text");
          case "append" -> old.orElse("") + text(input, "file_text");
          case "str_replace" ->
              TextEdits.replaceOnly(
                  existing(old, path), text(input, "old_str"), input.text("new_str").orElse(""));
          default -> TextEdits.insert(existing(old, path), line(input), text(input, "new_str"));
        };
    folder.write(path, text);
    return "%s %s, which now has %s in %s"
        .formatted(
            old.isPresent() ? "changed" : "created",
            path,
            Shown.count(text.codePointCount(0, text.length()), "character"),
            Shown.count(text.lines().count(), "line"));
  }

  private static String existing(Optional<String> text, RelativePath path)
      throws FileRefusedException {
    return text.orElseThrow(
        () -> new FileRefusedException("there is no file " + path + "; create it first"));
  }

  private static String text(JsonObject input, String member) throws FileRefusedException {
    return input.text(member).orElseThrow(() -> lacking(input, member));
  }

  private static int line(JsonObject input) throws FileRefusedException {
    return input
        .member("insert_line")
        .map(JsonNode::intValue)
        .orElseThrow(() -> lacking(input, "insert_line"));
  }

  private static FileRefusedException lacking(JsonObject input, String member) {
    return new FileRefusedException(
        "/%s: missing, the command %s needs it"
            .formatted(member, input.text("command").orElse("")));
  }
}
