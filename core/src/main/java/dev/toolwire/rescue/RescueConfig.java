package dev.toolwire.rescue;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import java.util.List;

/// How a message is to be read. Immutable; start with [#of].
///
/// @param mode how readily calls are taken
/// @param dialect the [id][Format#id] of the format that this model or prompt uses, or empty
/// @param onlyTool the one tool that may be called, or empty
/// @param requestTexts what was said before; a call that stands there word for word is an echo
/// @param beginsThinking whether the message begins inside thinking, because the prompt opened it
public record RescueConfig(
    Rescue mode,
    RescueLimits limits,
    String dialect,
    String onlyTool,
    List<String> requestTexts,
    boolean beginsThinking) {

  public RescueConfig {
    requestTexts = List.copyOf(requestTexts);
  }

  public static RescueConfig of(Rescue mode) {
    return new RescueConfig(mode, RescueLimits.DEFAULTS, "", "", List.of(), false);
  }

  /// As the request wants it: with its tool choice, and with what was said in it.
  public static RescueConfig of(Rescue mode, ModelRequest request) {
    RescueConfig config =
        switch (request.toolChoice()) {
          case ToolChoice.None _ -> of(Rescue.OFF);
          case ToolChoice.Named(ToolName name) -> of(mode).withOnlyTool(name.value());
          case ToolChoice.Auto _, ToolChoice.Any _ -> of(mode);
        };
    return config.withRequestTexts(RequestTexts.of(request));
  }

  public RescueConfig withLimits(RescueLimits max) {
    return new RescueConfig(mode, max, dialect, onlyTool, requestTexts, beginsThinking);
  }

  public RescueConfig withDialect(String formatId) {
    return new RescueConfig(mode, limits, formatId, onlyTool, requestTexts, beginsThinking);
  }

  public RescueConfig withOnlyTool(String name) {
    return new RescueConfig(mode, limits, dialect, name, requestTexts, beginsThinking);
  }

  public RescueConfig withRequestTexts(List<String> texts) {
    return new RescueConfig(mode, limits, dialect, onlyTool, texts, beginsThinking);
  }

  public RescueConfig withBeginsThinking(boolean thinking) {
    return new RescueConfig(mode, limits, dialect, onlyTool, requestTexts, thinking);
  }
}
