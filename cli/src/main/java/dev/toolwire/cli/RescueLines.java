package dev.toolwire.cli;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.rescue.RescueConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads messages, a JSON object on each line, and writes what is in them, a line for each. A line
/// that cannot be read becomes a line with an `error`, and the others go on.
final class RescueLines {

  private final RescueConfig config;
  private final boolean explain;
  private final RescueDeclarations declarations = new RescueDeclarations();

  RescueLines(RescueConfig config, boolean explain) {
    this.config = config;
    this.explain = explain;
  }

  /// How many lines could not be read.
  int convert(BufferedReader in, PrintWriter out, PrintWriter err) throws IOException {
    int wrong = 0;
    int number = 0;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      var answer = JsonNodeFactory.instance.objectNode();
      try {
        answer(line, answer);
      } catch (IllegalArgumentException | JacksonException unreadable) {
        wrong++;
        var problem = "line %d: %s".formatted(number, firstLine(unreadable));
        answer.put("error", problem);
        err.println("toolwire: " + problem);
      }
      out.println(answer);
    }
    out.flush();
    return wrong;
  }

  private static String firstLine(Exception failure) {
    var words =
        failure instanceof JacksonException notJson
            ? "not JSON: " + JsonText.mistake(notJson)
            : String.valueOf(failure.getMessage());
    return words.lines().findFirst().orElse("unreadable");
  }

  private void answer(String line, ObjectNode answer) {
    var request = JsonText.read(line);
    if (!request.isObject()) {
      throw new IllegalArgumentException(
          "expected an object with id, text and tools, got " + JsonObject.kindOf(request));
    }
    if (request.has("id")) {
      answer.set("id", request.path("id"));
    }
    var tools = declarations.read(request.path("tools"));
    var read = RescueTexts.read(pieces(request), tools, config);
    answer.set("calls", read.callsAsJson());
    answer.put("text", read.text());
    if (explain) {
      answer.set("found", read.foundAsJson());
    }
  }

  private static List<String> pieces(JsonNode request) {
    var chunks = request.path("chunks");
    if (chunks.isArray() && !chunks.isEmpty()) {
      var pieces = new ArrayList<String>();
      for (var chunk : chunks) {
        pieces.add(text(chunk, "a chunk"));
      }
      return pieces;
    }
    return List.of(text(request.path("text"), "text"));
  }

  private static String text(JsonNode value, String what) {
    if (!value.isString()) {
      throw new IllegalArgumentException(
          "%s is %s, expected a string".formatted(what, JsonObject.kindOf(value)));
    }
    return value.stringValue();
  }
}
