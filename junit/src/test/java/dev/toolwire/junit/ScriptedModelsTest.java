package dev.toolwire.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.ProviderException;
import dev.toolwire.provider.Service;
import dev.toolwire.simulator.Simulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ScriptedModels("weather.yaml")
class ScriptedModelsTest {

  private static final ModelServer SHARED = ModelServer.playing(Simulator.builder().strict());

  @AfterAll
  static void closeShared() {
    SHARED.close();
  }

  private final ModelServer ofConstructor;
  private @Nullable ModelServer beforeEach;

  @SuppressWarnings("NullAway.Init")
  private ModelServer injected;

  ScriptedModelsTest(ModelServer models) {
    this.ofConstructor = models;
  }

  @BeforeEach
  void methodsBeforeATestHaveItsServer(ModelServer models) {
    beforeEach = models;
  }

  @Test
  void eachTestHasOneServer(ModelServer models) {
    assertThat(models)
        .isSameAs(injected)
        .isSameAs(ofConstructor)
        .isSameAs(beforeEach)
        .isNotSameAs(SHARED);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void anApplicationIsAnsweredOnEveryWire(Service service, ModelServer models) {
    String answer = new WeatherAssistant(service, models.environment()).ask("Is it warm in Oslo?");

    assertThat(answer).isEqualTo("It is 12 degrees.");
    models
        .assertThat()
        .hasRequests(2)
        .ask("weather-*")
        .offerTools("get_weather")
        .haveSystemPrompt("degrees")
        .haveUserSay("Oslo")
        .neverCall("send_mail")
        .callInOrder("get_weather")
        .calls("get_weather")
        .once()
        .withInput("city", "Oslo")
        .withInput("days", 1.0)
        .withInput("{\"days\":1,\"city\":\"Oslo\"}")
        .thatSucceeded()
        .withResult("12");
  }

  @Test
  void aFailedCallIsSeen(ModelServer models) {
    new WeatherAssistant(models).ask("Is it warm in Atlantis?");

    models
        .assertThat()
        .calls("get_weather")
        .thatFailed()
        .withResult("no such city: Atlantis")
        .and()
        .hasRequests(2);
  }

  @Test
  @ScriptedModels(yaml = "{ model: '*', turns: [ { when: { user: warm }, say: Warm enough. } ] }")
  void aMethodMayHaveAScriptOfItsOwn(ModelServer models) {
    assertThat(new WeatherAssistant(models).ask("Is it warm?")).isEqualTo("Warm enough.");
  }

  @Test
  @ScriptedModels(value = "weather.yaml", faults = "request 1: status 400")
  void aFaultStrikesTheApplication(ModelServer models) {
    assertThatThrownBy(() -> new WeatherAssistant(models).ask("Is it warm in Oslo?"))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  @ScriptedModels(value = "weather.yaml", strict = false)
  void whatIsNotStrictAnswersThatItHasNoScript(ModelServer models) {
    assertThat(new WeatherAssistant(models).ask("How are you?")).startsWith("I am a script");
  }

  @Test
  void aTestMayExpectToBeRefused(ModelServer models) {
    models.expectUnscripted();

    assertThatThrownBy(() -> new WeatherAssistant(models).ask("How are you?"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("no turn of the script fits");
  }

  @Nested
  class Inside {
    @Test
    void theScriptsOfTheClassAroundHold(ModelServer models) {
      assertThat(models).isSameAs(injected);
      assertThat(new WeatherAssistant(models).ask("Is it warm in Oslo?")).contains("12");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OneInstance {
    @SuppressWarnings("NullAway.Init")
    private ModelServer field;

    @Test
    void getsAServerForOneTest() {
      new WeatherAssistant(field).ask("Is it warm in Oslo?");

      field.assertThat().hasRequests(2);
    }

    @Test
    void andAnotherForTheNext() {
      new WeatherAssistant(field).ask("Is it warm in Oslo?");

      field.assertThat().hasRequests(2);
    }
  }
}
