package dev.toolwire.wire.messages;

import static dev.toolwire.wire.messages.BlockShapes.kinds;
import static dev.toolwire.wire.messages.Shape.listOf;
import static dev.toolwire.wire.messages.Shape.may;
import static dev.toolwire.wire.messages.Shape.must;
import static dev.toolwire.wire.messages.Shape.oneOf;
import static dev.toolwire.wire.messages.Shape.structure;
import static dev.toolwire.wire.messages.Shape.text;

import dev.toolwire.wire.messages.Shape.Anything;
import dev.toolwire.wire.messages.Shape.Dictionary;
import dev.toolwire.wire.messages.Shape.Flag;
import dev.toolwire.wire.messages.Shape.Fraction;
import dev.toolwire.wire.messages.Shape.Items;
import dev.toolwire.wire.messages.Shape.Structure;
import dev.toolwire.wire.messages.Shape.Tagged;
import dev.toolwire.wire.messages.Shape.TextOr;
import dev.toolwire.wire.messages.Shape.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The shapes of a Messages request: every member with its limits, after [Messages in the API
/// reference](https://platform.claude.com/docs/en/api/messages) as of 2026-11.
final class RequestShapes {

  static final int MOST_MESSAGES = 100_000;

  /// What a tool's name must fit, in the service's own spelling.
  static final String TOOL_NAME = "^[a-zA-Z0-9_-]{1,128}$";

  private static final int LEAST_THINKING = 1024;

  /// Tools that Anthropic defines, by the beginning of their `type`; what else they take depends on
  /// which one it is.
  private static final List<String> DEFINED =
      List.of(
          "bash_",
          "text_editor_",
          "memory_",
          "computer_",
          "browser_",
          "web_search_",
          "web_fetch_",
          "code_execution_",
          "tool_search_tool_",
          "mcp_toolset");

  private static final Structure MESSAGE =
      structure(
          must("role", oneOf("user", "assistant", "system")),
          must("content", new TextOr(listOf(BlockShapes.CONTENT))));

  private static final Structure CUSTOM_TOOL =
      structure(
          may("type", oneOf("custom")),
          must("name", text(TOOL_NAME)),
          may("description", text()),
          must("input_schema", new Dictionary()),
          may("strict", new Flag()),
          may("eager_input_streaming", new Flag()),
          may("defer_loading", new Flag()),
          may("allowed_callers", listOf(text())),
          may("input_examples", listOf(new Dictionary())),
          may("cache_control", BlockShapes.CACHE_CONTROL));

  private static final Tagged TOOL_CHOICE =
      kinds(
          Map.entry("auto", choice("auto")),
          Map.entry("any", choice("any")),
          Map.entry(
              "tool",
              structure(
                  must("type", oneOf("tool")),
                  must("name", text()),
                  may("disable_parallel_tool_use", new Flag()))),
          Map.entry("none", structure(must("type", oneOf("none")))));

  private static final Tagged THINKING =
      kinds(
          Map.entry(
              "enabled",
              structure(
                  must("type", oneOf("enabled")),
                  must("budget_tokens", new Whole(LEAST_THINKING)),
                  may("display", oneOf("summarized", "omitted")))),
          Map.entry(
              "adaptive",
              structure(
                  must("type", oneOf("adaptive")), may("display", oneOf("summarized", "omitted")))),
          Map.entry("disabled", structure(must("type", oneOf("disabled")))),
          Map.entry("between_tools", structure(must("type", oneOf("between_tools")))));

  private static final Structure OUTPUT_CONFIG =
      structure(
          may("effort", oneOf("low", "medium", "high", "xhigh", "max")),
          may(
              "format",
              structure(must("type", oneOf("json_schema")), must("schema", new Dictionary()))));

  /// Members that a feature flag unlocks.
  private static final Set<String> BETA_MEMBERS =
      Set.of(
          "context_management",
          "mcp_servers",
          "compaction",
          "thread",
          "fallbacks",
          "fallback_credit_token",
          "billing_policy");

  private static final Set<String> SAMPLING = Set.of("temperature", "top_p", "top_k");
  private static final Set<String> ONLY_TO_CREATE =
      Set.of("max_tokens", "stream", "metadata", "stop_sequences");

  private RequestShapes() {}

  /// The shape of a request.
  ///
  /// @param betas whether the request has a feature flag
  static Structure request(MessagesVersion version, boolean betas) {
    Structure request = betas ? WITH_BETAS : PLAIN;
    return version.takesSampling() ? request : without(request, SAMPLING, request.required());
  }

  /// The shape of a request to count tokens, which has no `max_tokens`.
  static Structure count(MessagesVersion version, boolean betas) {
    return without(request(version, betas), ONLY_TO_CREATE, Set.of("model", "messages"));
  }

  /// The shape of a request through InvokeModel.
  static Structure invoke(MessagesVersion version, boolean betas) {
    Structure request = request(version, betas);
    Map<String, Shape> members = new LinkedHashMap<>(request.members());
    members.keySet().removeAll(Set.of("model", "stream"));
    members.put(RequestWriter.VERSION, oneOf(InvokeBody.word(version)));
    members.put(RequestWriter.BETAS, listOf(text()));
    return new Structure(members, Set.of(RequestWriter.VERSION, "max_tokens", "messages"));
  }

  private static Structure without(Structure shape, Set<String> gone, Set<String> required) {
    Map<String, Shape> members = new LinkedHashMap<>(shape.members());
    members.keySet().removeAll(gone);
    return new Structure(members, required);
  }

  private static final Structure PLAIN = made(false);
  private static final Structure WITH_BETAS = made(true);

  private static Structure made(boolean betas) {
    List<Shape.Member> members =
        new ArrayList<>(
            List.of(
                must("model", text()),
                must("max_tokens", new Whole(0)),
                must("messages", new Items(MESSAGE, MOST_MESSAGES)),
                may("system", new TextOr(listOf(BlockShapes.SYSTEM))),
                may("tools", listOf(new Anything())),
                may("tool_choice", TOOL_CHOICE),
                may("stop_sequences", listOf(text())),
                may("stream", new Flag()),
                may("temperature", new Fraction(0, 1)),
                may("top_p", new Fraction(0, 1)),
                may("top_k", new Whole(0)),
                may("thinking", THINKING),
                may("output_config", OUTPUT_CONFIG),
                may("metadata", structure(may("user_id", text()))),
                may("service_tier", oneOf("auto", "standard_only")),
                may("speed", oneOf("standard", "fast")),
                may("cache_control", BlockShapes.CACHE_CONTROL),
                may("container", new TextOr(new Dictionary())),
                may("inference_geo", text()),
                may("diagnostics", structure(may("previous_message_id", text())))));
    if (betas) {
      BETA_MEMBERS.forEach(name -> members.add(may(name, new Anything())));
    }
    return structure(members.toArray(Shape.Member[]::new));
  }

  /// The shape of a tool of `type`, which is empty for one of the caller's own; anything goes for
  /// those that Anthropic defines.
  static Shape tool(String type) {
    if (type.isEmpty() || type.equals("custom")) {
      return new Tagged("type", "custom", Map.of("custom", CUSTOM_TOOL));
    }
    return DEFINED.stream().anyMatch(type::startsWith)
        ? new Dictionary()
        : new Tagged("type", "", Map.of("custom", CUSTOM_TOOL));
  }

  private static Structure choice(String type) {
    return structure(must("type", oneOf(type)), may("disable_parallel_tool_use", new Flag()));
  }
}
