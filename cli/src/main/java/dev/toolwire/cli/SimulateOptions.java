package dev.toolwire.cli;

import dev.toolwire.simulator.FaultRule;
import dev.toolwire.simulator.Pace;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What may be said to `toolwire simulate`.
final class SimulateOptions {

  /// A pair of keys that requests must be signed with.
  record Keys(String accessKey, String secret) {}

  private final OptionSpec port =
      OptionSpec.builder("-p", "--port")
          .type(int.class)
          .paramLabel("N")
          .required(true)
          .description("The port to listen on, on this machine only; 0 picks a free one.")
          .build();
  private final OptionSpec scripts =
      Options.several("FILE", "--script")
          .description("Play this script, a YAML file, in place of the built-in ones.")
          .build();
  private final OptionSpec faults =
      Options.several("FAULT", "--fault")
          .description(
              "Go wrong on purpose: 'throttling', 'request 2: cut after 200 bytes',"
                  + " '20%% of requests: status 503'.")
          .build();
  private final OptionSpec pace =
      Options.text("TIMES", "--pace")
          .description(
              "How fast answers come: the times to the first event and between two deltas, such as"
                  + " 200ms,15ms; or any of 'first 200ms, every 15ms, jitter 5ms, delta 12, burst"
                  + " 4, tool_input buffered' (or by_parameter).")
          .build();
  private final OptionSpec seed =
      OptionSpec.builder("--seed")
          .type(long.class)
          .paramLabel("N")
          .defaultValue("1")
          .description("What chance starts from: with the same seed the same bytes come.")
          .build();
  private final OptionSpec accessKey =
      Options.text("KEY", "--access-key")
          .description("Let only those in who sign with this key and --secret, or show --api-key.")
          .build();
  private final OptionSpec secret =
      Options.text("SECRET", "--secret").description("The secret of --access-key.").build();

  private final OptionSpec apiKey =
      Options.text("KEY", "--api-key")
          .description("Let only those in who show this key, or sign with --access-key.")
          .build();

  CommandSpec addTo(CommandSpec command) {
    command
        .usageMessage()
        .description(
            "Serve scripted models over Converse, Anthropic Messages and OpenAI Chat until"
                + " interrupted.");
    for (var option : List.of(port, scripts, faults, pace, seed, accessKey, secret, apiKey)) {
      command.addOption(option);
    }
    return command;
  }

  int port() {
    return port.getValue();
  }

  long seed() {
    return seed.getValue();
  }

  List<String> scripts() {
    return Options.all(scripts);
  }

  /// @throws IllegalArgumentException if a fault is none
  List<FaultRule> faults() {
    return Options.all(faults).stream().map(FaultRule::parse).toList();
  }

  /// @throws IllegalArgumentException if it is no pace
  Optional<Pace> pace() {
    return Options.<String>said(pace).map(SimulateOptions::readPace);
  }

  private static Pace readPace(String text) {
    try {
      return Pace.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("--pace: " + wrong.getMessage(), wrong);
    }
  }

  /// @throws IllegalArgumentException if one comes without the other
  Optional<Keys> keys() {
    String key = accessKey.getValue();
    String word = secret.getValue();
    if (key == null && word == null) {
      return Optional.empty();
    }
    if (key == null || word == null) {
      throw new IllegalArgumentException("--access-key and --secret are needed together");
    }
    return Optional.of(new Keys(key, word));
  }

  Optional<String> apiKey() {
    return Options.said(apiKey);
  }
}
