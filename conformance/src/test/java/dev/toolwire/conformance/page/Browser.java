package dev.toolwire.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonText;
import dev.toolwire.lab.page.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;

/// Chromium without a window, for one report at a time. Everything that it complains of, and
/// everything that it asks for, is kept.
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final Path folder;

  /// Starts Chromium, with all it writes in `folder`, which goes when it is closed.
  Browser(Path chromium, Path chromedriver, Path folder) {
    this.folder = folder;
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build(),
            options(chromium, folder));
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
  }

  private static ChromeOptions options(Path chromium, Path folder) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--window-size=1200,900",
        "--user-data-dir=" + folder.resolve("profile"));
    return options;
  }

  /// Writes a report to disk and opens it there, at the place that `fragment` names.
  void open(Page page, String fragment) {
    Path file = folder.resolve("report.html");
    page.write(file);
    driver.get("about:blank");
    complaints();
    requests();
    driver.get(file.toUri() + fragment);
  }

  /// How wide and high the screen is; narrow ones are phones.
  void screen(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /// What whoever reads has asked their system for, such as `prefers-color-scheme: dark`.
  void prefers(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-" + feature, "value", value))));
  }

  /// What the console has to complain of since the page was opened, warnings included.
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /// The address of everything that was asked for since the page was opened.
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JsonText.read(entry.getMessage()).get("message"))
        .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
        .map(message -> message.at("/params/request/url").asString())
        .toList();
  }

  /// What a script returns.
  JsonNode ask(String script) {
    return JsonBinding.toTree(driver.executeScript(script));
  }

  /// Waits until an expression is true.
  void await(String expression) {
    Object last =
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "const look = () => { if ("
                + expression
                + ") done('true'); else setTimeout(look, 20); }; look();");
    assertThat(last).isEqualTo("true");
  }

  /// What a script calls back with.
  JsonNode callBack(String script) {
    return JsonText.read(String.valueOf(driver.executeAsyncScript(script)));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /// Presses keys wherever the focus is.
  void press(Keys... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void choose(String selector, String option) {
    find(selector + " option[value=\"" + option + "\"]").click();
  }

  String title() {
    return String.valueOf(driver.getTitle());
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /// Goes to another place in the same page.
  void follow(String fragment) {
    driver.executeScript("location.hash = arguments[0]", fragment);
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> written = Files.walk(folder)) {
      for (Path each : written.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /// A script that lies on the class path.
  static String script(String resource) {
    try (var in = Browser.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
