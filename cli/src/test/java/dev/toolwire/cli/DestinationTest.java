package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

  private static final Map<String, String> KEYS =
      Map.of("AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "AKID");

  @ParameterizedTest
  @CsvSource({
    "anthropic.claude-3-haiku-20240307-v1:0, '', anthropic.claude-3-haiku-20240307-v1:0",
    "bedrock:amazon.nova-lite-v1:0, bedrock, amazon.nova-lite-v1:0",
    "simulator:gpt-4o, simulator, gpt-4o",
    "simulator:, simulator, ''",
    "llama3:8b, '', llama3:8b",
    "arn:aws:bedrock:us-east-1::foundation-model/m:0, '', arn:aws:bedrock:us-east-1::foundation-model/m:0",
  })
  void aModelNameMayBeginWithItsProvider(String text, String provider, String id) {
    assertThat(ModelName.parse(text)).isEqualTo(new ModelName(provider, id));
  }

  @Test
  void aProviderWithoutAModelIsRefused() {
    assertThatThrownBy(() -> ModelName.parse("bedrock:")).hasMessage("'bedrock:' names no model");
  }

  @Test
  void withoutCredentialsTheSimulatorAnswersForEveryName() {
    assertThat(decide(ModelName.UNSAID, Map.of()).notice())
        .startsWith("embedded simulator, scripted model toolwire.scripted-v1:0; set AWS_");
    assertThat(decide(ModelName.parse("gpt-4o"), Map.of()))
        .isInstanceOf(Destination.Embedded.class);
  }

  @Test
  void withCredentialsANamedModelIsLive() {
    assertThat(decide(ModelName.parse("amazon.nova-lite-v1:0"), KEYS).notice())
        .isEqualTo(
            "model amazon.nova-lite-v1:0 at https://bedrock-runtime.eu-west-1.amazonaws.com");
  }

  @Test
  void withCredentialsButWithoutANameTheSimulatorAnswers() {
    assertThat(decide(ModelName.UNSAID, KEYS).notice()).endsWith("; name a live one with --model");
  }

  @Test
  void bedrockCanBeInsistedOn() {
    assertThat(decide(ModelName.parse("bedrock:m"), Map.of("AWS_REGION", "us-west-2")))
        .isInstanceOf(Destination.Live.class);
  }

  @Test
  void anEndpointIsAskedWhateverTheEnvironmentSays() {
    var endpoint = Optional.of(URI.create("http://127.0.0.1:8080"));

    assertThat(Destination.of(ModelName.UNSAID, endpoint, around(KEYS)).notice())
        .isEqualTo("model toolwire.scripted-v1:0 at http://127.0.0.1:8080");
  }

  @Test
  void theEmbeddedSimulatorHasNoEndpoint() {
    var endpoint = Optional.of(URI.create("http://127.0.0.1:8080"));

    assertThatThrownBy(
            () -> Destination.of(ModelName.parse("simulator:m"), endpoint, around(Map.of())))
        .hasMessage("the embedded simulator has no endpoint; leave out --endpoint or simulator:");
  }

  private static Destination decide(ModelName name, Map<String, String> environment) {
    return Destination.of(name, Optional.empty(), around(environment));
  }

  private static Surroundings around(Map<String, String> environment) {
    return new Surroundings(environment, InputStream.nullInputStream(), () -> false, _ -> () -> {});
  }
}
