package dev.toolwire.conformance.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests one [Browser] for all of them, or skips them, with the reason, where there is none.
final class InBrowser implements ExecutionCondition, ParameterResolver {

  private static final List<String> CHROMIUM = List.of("chromium", "google-chrome", "chrome");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean isThere = chromium().isPresent() && chromedriver().isPresent();
    return isThere || "required".equals(System.getenv("TOOLWIRE_BROWSER"))
        ? ConditionEvaluationResult.enabled("in Chromium")
        : ConditionEvaluationResult.disabled(
            "no Chromium with its driver on the PATH: reports are not tested in a browser; install"
                + " them with apt-get install chromium chromium-driver");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(InBrowser.class))
        .computeIfAbsent(Browser.class, _ -> start(), Browser.class);
  }

  private static Browser start() {
    try {
      Path folder = Files.createTempDirectory("toolwire-browser");
      return new Browser(found(chromium()), found(chromedriver()), folder);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static Path found(Optional<Path> program) {
    return program.orElseThrow(() ->
        new IllegalStateException(
            "TOOLWIRE_BROWSER is required, but Chromium or its driver is not on the PATH; install"
                + " them with apt-get install chromium chromium-driver"));
  }

  private static Optional<Path> chromium() {
    return CHROMIUM.stream().flatMap(InBrowser::onThePath).findFirst();
  }

  private static Optional<Path> chromedriver() {
    return onThePath("chromedriver").findFirst();
  }

  private static Stream<Path> onThePath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable);
  }
}
