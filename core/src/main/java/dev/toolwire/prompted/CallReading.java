package dev.toolwire.prompted;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.rescue.Finding;
import dev.toolwire.rescue.Format;
import dev.toolwire.rescue.Level;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.rescue.Rescue;
import dev.toolwire.rescue.RescueConfig;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import dev.toolwire.rescue.TextCall;
import dev.toolwire.rescue.TextScanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the text of one answer is read.
///
/// @param declared the names of the tools
/// @param prompted whether the model can call in no other way: then a call that cannot be run
///   becomes a block all the same, so that the model is told what is wrong with it; otherwise it
///   stays text
record CallReading(RescueTools tools, Set<String> declared, RescueConfig config, boolean prompted) {

  CallReading {
    declared = Set.copyOf(declared);
  }

  /// Of a model that was asked to write its calls as `style` says. What it was asked for is a call,
  /// and what nobody writes by chance.
  static CallReading prompted(ModelRequest request, PromptStyle style) {
    RescueConfig config = config(request, Rescue.NORMAL).withDialect(style.format());
    return new CallReading(tools(request, _ -> style.hasNoMarkers()), names(request), config, true);
  }

  /// Of a model that calls natively and sometimes misses.
  static CallReading rescuing(
      ModelRequest request, Rescue mode, Predicate<? super ToolName> harmless) {
    return new CallReading(tools(request, harmless), names(request), config(request, mode), false);
  }

  private static Set<String> names(ModelRequest request) {
    return request.tools().stream().map(spec -> spec.name().value()).collect(Collectors.toSet());
  }

  private static RescueTools tools(ModelRequest request, Predicate<? super ToolName> harmless) {
    return RescueTools.of(
        request.tools().stream()
            .map(spec -> RescueTool.of(spec, harmless.test(spec.name())))
            .toList());
  }

  private static RescueConfig config(ModelRequest request, Rescue mode) {
    RescueConfig config =
        switch (request.toolChoice()) {
          case ToolChoice.None _ -> RescueConfig.of(Rescue.OFF);
          case ToolChoice.Named(ToolName name) -> RescueConfig.of(mode).withOnlyTool(name.value());
          case ToolChoice.Auto _, ToolChoice.Any _ -> RescueConfig.of(mode);
        };
    return config.withRequestTexts(said(request.conversation()));
  }

  /// What came from outside the model: a call that stands there was not made by it.
  private static List<String> said(Conversation conversation) {
    return conversation.messages().stream()
        .filter(message -> message.role() != Role.ASSISTANT)
        .flatMap(CallReading::texts)
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static Stream<String> texts(Message message) {
    return Stream.concat(
        Stream.of(message.text()),
        message.toolResults().stream()
            .map(ToolResult::content)
            .flatMap(List::stream)
            .map(CallReading::text));
  }

  private static String text(ResultBlock block) {
    return switch (block) {
      case Text(String text, _) -> text;
      case Json(var value) -> value.toString();
      default -> "";
    };
  }

  TextScanner scanner(Consumer<? super Finding> sink) {
    return new TextScanner(tools, config, sink);
  }

  /// The blocks that tell what is called in `envelope`; none if all of it is text.
  List<CallBlock> blocks(Finding.Envelope envelope) {
    return envelope.calls().stream()
        .flatMap(call -> block(call, envelope.text()).stream())
        .toList();
  }

  private Optional<CallBlock> block(TextCall call, String text) {
    return switch (call) {
      case TextCall.Call found ->
          Optional.of(
              new CallBlock(
                  found.name(),
                  found.arguments().toString(),
                  found.id(),
                  true,
                  Provenance.of(found).toExtra()));
      case TextCall.Suggested found when wasAskedFor(found) ->
          Optional.of(
              new CallBlock(
                  found.name(),
                  found.arguments().toString(),
                  "",
                  true,
                  Provenance.of(found).toExtra()));
      case TextCall.Unknown(String name, _, _) when !declared.contains(name) ->
          fault(name, "{}", true);
      case TextCall.Broken(String name, _, _) -> fault(name, text, true);
      case TextCall.Truncated(String name, _, _) -> fault(name, text, false);
      case TextCall.Suggested _, TextCall.Unknown _, TextCall.Repeated _ -> Optional.empty();
    };
  }

  /// Whether a call that had to be mended stands in a form that a prompt asked for: then there is
  /// no doubt what it was meant to be.
  private boolean wasAskedFor(TextCall.Suggested call) {
    return prompted
        && call.format().kind() != Format.Kind.NEUTRAL
        && call.level().atLeast(Level.BARE);
  }

  private Optional<CallBlock> fault(String name, String input, boolean whole) {
    return prompted && !name.isEmpty()
        ? Optional.of(new CallBlock(name, input, "", whole, JsonObject.EMPTY))
        : Optional.empty();
  }
}
