package dev.toolwire.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.toolwire.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/// What a person reads when an application did not do what its test expects.
@ScriptedModels("weather.yaml")
class FailuresTest {

  @Test
  void anExpectationThatIsNotMetShowsWhatWasSent(ModelServer models) {
    new WeatherAssistant(models).ask("Is it warm in Oslo?");

    assertThatThrownBy(() -> models.assertThat().neverCall("get_weather"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            expected no call of get_weather, got get_weather({"city":"Oslo","days":1}) -> {"celsius":12}
            what was sent:
              #1 POST /v1/messages -> 200
                   user: Is it warm in Oslo?
                   tools: get_weather
              #2 POST /v1/messages -> 200
                   call: get_weather({"city":"Oslo","days":1}) -> {"celsius":12}\
            """);
  }

  @Test
  void everyExpectationCanFail(ModelServer models) {
    new WeatherAssistant(models).ask("Is it warm in Oslo?");
    RequestsAssert sent = models.assertThat();

    assertFails(() -> sent.hasRequests(1), "expected 1 request, got 2");
    assertFails(
        () -> sent.ask("gpt-*"), "expected every request to ask gpt-*, but one asks weather-1");
    assertFails(
        () -> sent.offerTools("get_weather", "rain"),
        "expected every request to offer [get_weather, rain], but one offers [get_weather]");
    assertFails(
        () -> sent.haveSystemPrompt("Kelvin"),
        "expected \"Kelvin\" in every system prompt, but one is: Answer in degrees.");
    assertFails(() -> sent.haveUserSay("Bergen"), "expected the user to say \"Bergen\"");
    assertFails(() -> sent.callInOrder(), "expected calls of [], got [get_weather]");
    assertFails(() -> sent.calls("rain"), "expected a call of rain, got none");
    CallsAssert calls = sent.calls("get_weather");
    assertFails(() -> calls.times(2), "expected 2 calls of get_weather, got 1");
    assertFails(
        () -> calls.withInput("city", "Oslo").withInput("days", "1"),
        "expected a call of get_weather with \"city\": \"Oslo\" with \"days\": \"1\", got"
            + " [get_weather({\"city\":\"Oslo\",\"days\":1}) -> {\"celsius\":12}]");
    assertFails(
        () -> calls.withInput("{\"city\":\"Oslo\"}"),
        "expected a call of get_weather with the input {\"city\":\"Oslo\"}, got");
    assertFails(calls::thatFailed, "expected a call of get_weather that failed, got");
    assertFails(
        () -> calls.withResult("13"), "expected a call of get_weather with \"13\" in the result");
  }

  private static void assertFails(ThrowingCallable expectation, String message) {
    assertThatThrownBy(expectation)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("what was sent:");
  }

  @Test
  void whatNobodySentMeetsNoExpectation(ModelServer models) {
    RequestsAssert nothing = models.assertThat();

    assertThatThrownBy(() -> nothing.ask("*"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("expected every request to ask *, but there was none\nnothing was sent");
    assertThatThrownBy(nothing::offerTools)
        .hasMessageStartingWith("expected every request to offer [], but there was none");
    assertThatThrownBy(() -> nothing.haveSystemPrompt(""))
        .hasMessageStartingWith("expected \"\" in every system prompt, but there was none");
  }

  @Test
  void aServerForAllTestsIsNotGivenByMistake() {
    assertThat(
            EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OneForAll.class))
                .execute()
                .containerEvents()
                .failed()
                .stream()
                .map(FailuresTest::throwable))
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "start runs once for all tests, and each of them has a ModelServer of its own; make one"
                + " with ModelServer.playing and keep it in a static field");
  }

  @Test
  void anUnscriptedRequestFailsTheTestLoudly() {
    assertThat(failureOf("swallowsTheRefusal"))
        .hasMessage(
            """
            no script answers request #1: no turn of the script fits
            what was sent:
              #1 POST /v1/messages -> 400
                   user: How are you?
                   tools: get_weather
                   unscripted: no turn of the script fits\
            """);
  }

  @Test
  void aRequestToNowhereFailsTheTestToo() {
    assertThat(failureOf("asksNowhere"))
        .hasMessageStartingWith("no script answers request #1: no wire has GET /v2/models");
  }

  @Test
  void moreRequestsThanCanBeRememberedAreToldOf() throws Exception {
    try (ModelServer server = ModelServer.playing(Simulator.builder(), 2)) {
      askNowhere(server);
      askNowhere(server);
      assertThat(server.requests()).hasSize(2);

      askNowhere(server);

      assertThatThrownBy(server::requests)
          .isInstanceOf(AssertionError.class)
          .hasMessage("more than 2 requests were sent; the first 1 of them are forgotten");
      server.reset();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aScriptThatIsNotThereIsNamed() {
    assertThat(failureOf("namesNoFile"))
        .hasMessageContaining("there is no \"wether.yaml\" on the class path beside")
        .hasMessageContaining(Failing.class.getName());
  }

  @Test
  void aBrokenScriptIsToldWithItsPlace() {
    assertThat(failureOf("hasABrokenScript")).hasMessageContaining("yaml:1:");
  }

  private static void askNowhere(ModelServer models) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI nowhere = URI.create(models.baseUrl() + "/v2/models");
      http.send(HttpRequest.newBuilder(nowhere).build(), HttpResponse.BodyHandlers.discarding());
    }
  }

  private static Throwable failureOf(String test) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(Failing.class, test, ModelServer.class))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(FailuresTest::throwable)
        .findFirst()
        .orElseThrow();
  }

  private static Throwable throwable(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  @ScriptedModels("weather.yaml")
  static class OneForAll {

    @BeforeAll
    static void start(ModelServer models) {
      assertThat(models).isNull();
    }

    @Test
    void asks() {}
  }

  /// Tests that must fail; not found by themselves, because they are started by the tests above.
  @ScriptedModels("weather.yaml")
  static class Failing {

    @Test
    void swallowsTheRefusal(ModelServer models) {
      try {
        new WeatherAssistant(models).ask("How are you?");
      } catch (RuntimeException swallowed) {
        assertThat(swallowed).hasMessageContaining("no turn of the script fits");
      }
    }

    @Test
    void asksNowhere(ModelServer models) throws Exception {
      askNowhere(models);
    }

    @Test
    @ScriptedModels("wether.yaml")
    void namesNoFile(ModelServer models) {}

    @Test
    @ScriptedModels(yaml = "model: 7")
    void hasABrokenScript(ModelServer models) {}
  }
}
