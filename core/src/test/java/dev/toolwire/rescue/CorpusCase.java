package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A case of the corpus: what a model wrote, the tools it could use, and what is to be found.
///
/// One case is one line of a `.jsonl` file beside this class. The id begins with what it is about:
/// `f07-…` a format, `h22-…` a hard case, `s…` a format whose markers a server ate, `n-…` nothing
/// to find; the others retell what real models wrote.
///
/// @param calls what is to be run, in order
/// @param suggested what may be meant as a call, but is not to be run unasked
/// @param reports what is to be reported instead of called: `unknown`, `truncated`, `broken`
/// @param left the text that remains; if anything was found, white space is not compared
record CorpusCase(
    String file,
    String id,
    String text,
    List<DeclaredTool> tools,
    List<Call> calls,
    List<Call> suggested,
    List<String> reports,
    Optional<String> left) {

  record DeclaredTool(String name, Optional<JsonObject> schema) {}

  record Call(String name, JsonObject arguments) {}

  /// Every case, by file and line.
  static List<CorpusCase> all() {
    try (Stream<Path> files = Files.list(Path.of(CorpusCase.class.getResource(".").toURI()))) {
      List<CorpusCase> cases = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        String name = file.getFileName().toString();
        Files.readAllLines(file).forEach(line -> cases.add(read(name, line)));
      }
      return cases;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CorpusCase read(String file, String line) {
    JsonNode json = JsonText.read(line);
    JsonNode expect = json.get("expect");
    return new CorpusCase(
        file,
        json.get("id").stringValue(),
        json.get("text").stringValue(),
        json.get("tools").valueStream().map(CorpusCase::tool).toList(),
        calls(expect.path("calls")),
        calls(expect.path("suggested")),
        expect.path("reports").valueStream().map(JsonNode::stringValue).toList(),
        Optional.ofNullable(expect.get("text")).map(JsonNode::stringValue));
  }

  private static DeclaredTool tool(JsonNode tool) {
    return new DeclaredTool(
        tool.get("name").stringValue(),
        Optional.ofNullable(tool.get("schema"))
            .map(schema -> JsonObject.copyOf(schema.asObject())));
  }

  private static List<Call> calls(JsonNode calls) {
    return calls
        .valueStream()
        .map(call ->
            new Call(
                call.get("name").stringValue(),
                JsonObject.copyOf(call.get("arguments").asObject())))
        .toList();
  }

  /// What the case is about: `F7`, `H22`, or the name of its file.
  String subject() {
    char kind = id.charAt(0);
    boolean numbered = (kind == 'f' || kind == 'h') && id.matches(".\\d\\d-.*");
    return numbered ? Character.toUpperCase(kind) + id.substring(1, 3) : file.replace(".jsonl", "");
  }

  @Override
  public String toString() {
    return id;
  }
}
