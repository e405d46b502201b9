package dev.toolwire.cli;

import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.LoopState;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.prompted.PromptedTools;
import dev.toolwire.provider.Service;
import dev.toolwire.tool.ToolSet;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run in a file: where it stands, and what `toolwire ask` was told of where to ask and which
/// tools to give, so that `toolwire resume` can go on in another process, days later. Credentials
/// are not in it.
///
/// @param provider whom to ask, as [ModelName] has it
/// @param endpoint where, if that was said
/// @param tools the option `--tools`
/// @param root the option `--root`, absolute
/// @param approve the option `--approve`
/// @param run the option `--run`
/// @param prompted the option `--prompted-tools`
record PutAway(
    String provider,
    Optional<String> endpoint,
    String tools,
    Optional<String> root,
    Optional<String> approve,
    Optional<Integer> run,
    boolean prompted,
    LoopState state) {

  private static final int VERSION = 1;

  PutAway at(LoopState later) {
    return new PutAway(provider, endpoint, tools, root, approve, run, prompted, later);
  }

  /// @throws IllegalArgumentException if what is in the file does not go together any more
  Destination destination(Surroundings around) {
    return Destination.of(
        new ModelName(provider, state.request().model().value()),
        endpoint.map(text -> Service.address(text, "the endpoint")),
        around);
  }

  /// `model`, asked for calls as was said.
  Model asked(Model model, ModelCatalogue catalogue) {
    return prompted ? PromptedTools.always(model, catalogue::profile, LossPolicy.log()) : model;
  }

  /// @throws IllegalArgumentException if there is no such tool or no such root any more
  ToolSet toolSet() throws IOException {
    return ToolChoices.of(tools, root, approve);
  }

  /// Writes a file that only its owner can read, whole or not at all.
  ///
  /// @throws FileAlreadyExistsException if somebody else has written it meanwhile; it says where
  ///   the run is instead
  void write(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var written = Files.createTempFile(folder, ".toolwire-", ".json");
    Files.writeString(written, json() + "\n");
    try {
      Files.move(written, file);
    } catch (FileAlreadyExistsException _) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "exists by now; the run is in " + written + " instead");
    }
  }

  private ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("version", VERSION).put("provider", provider);
    endpoint.ifPresent(text -> json.put("endpoint", text));
    json.put("tools", tools);
    root.ifPresent(text -> json.put("root", text));
    approve.ifPresent(text -> json.put("approve", text));
    run.ifPresent(number -> json.put("run", number));
    if (prompted) {
      json.put("promptedTools", true);
    }
    return json.set("state", JsonObject.parse(state.toJson()).toNode());
  }

  /// @throws IllegalArgumentException if `text` is not what [#write] wrote
  static PutAway parse(String text) {
    var json = JsonObject.parse(text);
    var state = json.member("state").map(Object::toString).orElse("");
    var provider = json.text("provider").orElse("");
    if (state.isEmpty() || json.member("version").filter(v -> v.asInt(0) == VERSION).isEmpty()) {
      throw new IllegalArgumentException(
          "not a run of version " + VERSION + " that 'toolwire ask --put-away' wrote");
    }
    return new PutAway(
        provider,
        json.text("endpoint"),
        json.text("tools").orElse("none"),
        json.text("root"),
        json.text("approve"),
        json.member("run").map(JsonNode::asInt),
        json.member("promptedTools").map(JsonNode::asBoolean).orElse(false),
        LoopState.fromJson(state));
  }
}
