package dev.toolwire.lab.strategy;

import dev.toolwire.provider.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A way to have a model write a large tool input: over which wire, and how it is asked.
public enum Strategy {
  /// Bedrock Converse, the tool as a `toolSpec`.
  CONVERSE(Service.BEDROCK, Manner.PLAIN, "Converse"),
  /// The same with the beta for fine-grained tool streaming, which holds for the whole request.
  CONVERSE_EAGER(Service.BEDROCK, Manner.EAGER, "Converse, fine-grained tool streaming (beta)"),
  /// Bedrock Converse, the tool told by a prompt and the call written as text.
  CONVERSE_PROMPTED(Service.BEDROCK, Manner.PROMPTED, "Converse, the tool told by a prompt"),
  /// Bedrock Converse, the text written in several smaller calls.
  CONVERSE_CHUNKED(Service.BEDROCK, Manner.CHUNKED, "Converse, written in several calls"),
  /// Claude on Bedrock by InvokeModel.
  INVOKE(Service.BEDROCK_INVOKE, Manner.PLAIN, "InvokeModel"),
  /// The same with the beta for fine-grained tool streaming.
  INVOKE_EAGER(
      Service.BEDROCK_INVOKE, Manner.EAGER, "InvokeModel, fine-grained tool streaming (beta)"),
  /// Bedrock's mantle endpoints: Messages for Claude, Chat for others.
  MANTLE(Service.BEDROCK_MANTLE, Manner.PLAIN, "Bedrock mantle"),
  /// The same with eager input for the tool.
  MANTLE_EAGER(Service.BEDROCK_MANTLE, Manner.EAGER, "Bedrock mantle, eager input"),
  /// Anthropic Messages.
  MESSAGES(Service.ANTHROPIC, Manner.PLAIN, "Anthropic Messages"),
  /// The same with eager input for the tool.
  MESSAGES_EAGER(Service.ANTHROPIC, Manner.EAGER, "Anthropic Messages, eager input"),
  /// OpenAI Chat Completions.
  CHAT(Service.OPENAI, Manner.PLAIN, "OpenAI Chat Completions");

  /// How a tool input is asked for.
  enum Manner {
    PLAIN,
    EAGER,
    PROMPTED,
    CHUNKED
  }

  private final Service service;
  private final Manner manner;
  private final String title;

  Strategy(Service service, Manner manner, String title) {
    this.service = service;
    this.manner = manner;
    this.title = title;
  }

  /// The strategy that `word` names.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists those that there are
  public static Strategy named(String word) {
    return Arrays.stream(values())
        .filter(strategy -> strategy.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown strategy '" + word + "', expected one of " + words()));
  }

  private static String words() {
    return Arrays.stream(values()).map(Strategy::word).collect(Collectors.joining(", "));
  }

  /// Those that ask models of `service`.
  public static List<Strategy> of(Service service) {
    return Arrays.stream(values()).filter(strategy -> strategy.service == service).toList();
  }

  /// Who is asked.
  public Service service() {
    return service;
  }

  /// Whether the input is asked for as it is generated.
  public boolean isEager() {
    return manner == Manner.EAGER;
  }

  Manner manner() {
    return manner;
  }

  /// As the command line and recordings write it, such as `converse-eager`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// For people, such as `Anthropic Messages, eager input`.
  public String title() {
    return title;
  }
}
