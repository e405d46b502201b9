package dev.toolwire.cli;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextScanner;
import dev.toolwire.tool.SchemaFit;
import java.math.BigDecimal;
import java.util.List;

/// What every question needs and a JVM takes long to get ready: read and initialized beside the
/// command line, so that nobody waits for all of it.
final class HeadStart {

  private HeadStart() {}

  static void begin() {
    begin(ModelCatalogue::builtIn);
    begin(() -> {
      // Whoever reads JSON asks for this class, whose constants take Java 25 some 16 ms.
      BigDecimal.ZERO.signum();
      checkAnInput();
      lookForCalls();
    });
  }

  private static void begin(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  private static void checkAnInput() {
    SchemaFit.to(JsonObject.of("type", "object")).fits(JsonObject.EMPTY.toNode());
  }

  private static void lookForCalls() {
    var noTools = RescueTools.of(List.<RescueTool>of());
    TextScanner.read("none", noTools, RescueConfig.of(Rescue.NORMAL));
  }
}
