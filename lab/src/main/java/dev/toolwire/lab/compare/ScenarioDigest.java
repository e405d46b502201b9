package dev.toolwire.lab.compare;

import dev.toolwire.lab.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a scenario asks, in a few characters: the system prompt, what is told of the tools, and
/// what the user says; not what is expected.
final class ScenarioDigest {

  private static final int DIGITS = 16;

  private ScenarioDigest() {}

  static String of(Scenario scenario) {
    Stream<String> tools =
        scenario.specs().stream()
            .map(spec -> spec.name() + "\n" + spec.description() + "\n" + spec.inputSchema());
    Stream<String> turns = scenario.turns().stream().map(Scenario.Turn::user);
    String asked =
        Stream.of(scenario.system().stream(), tools, turns)
            .flatMap(part -> part)
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }
}
