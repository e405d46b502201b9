package dev.toolwire.quirk;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.Loss;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.Route;
import dev.toolwire.wire.Aliases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One request that is being fitted, and what came of it so far. Not for several threads.
final class Occasion {

  private final ModelProfile profile;
  private final Route route;
  private final List<Loss> losses = new ArrayList<>();
  private final Map<ToolName, ToolName> names = new HashMap<>();

  Occasion(ModelProfile profile, Route route) {
    this.profile = profile;
    this.route = route;
  }

  ModelProfile profile() {
    return profile;
  }

  Route route() {
    return route;
  }

  /// Notes what became of the part of the request at `path`.
  void lost(String path, Loss.Kind kind, String detail) {
    losses.add(new Loss(path, kind, detail));
  }

  /// Notes that the tool `meant`, first named at `path`, goes by the name `sent`.
  void renamed(String path, ToolName meant, ToolName sent) {
    names.put(sent, meant);
    lost(path, Loss.Kind.RENAMED, "\"" + meant + "\" is sent as \"" + sent + "\"");
  }

  Losses losses() {
    return losses.isEmpty() ? Losses.NONE : new Losses(losses);
  }

  Aliases aliases() {
    return names.isEmpty() ? Aliases.NONE : new Aliases(Map.of(), names);
  }
}
