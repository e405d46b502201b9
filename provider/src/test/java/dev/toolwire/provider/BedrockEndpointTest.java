package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.wire.Headers;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockEndpointTest {

  @Test
  void regionAloneGivesThePublicEndpoint() {
    assertThat(BedrockEndpoint.from(Map.of("AWS_REGION", "eu-central-1")).uri())
        .hasToString("https://bedrock-runtime.eu-central-1.amazonaws.com");
  }

  @Test
  void variantsChangeTheHost() {
    assertThat(
            BedrockEndpoint.from(Map.of("AWS_REGION", "us-west-2", "AWS_USE_FIPS_ENDPOINT", "true"))
                .uri())
        .hasToString("https://bedrock-runtime-fips.us-west-2.amazonaws.com");
    assertThat(
            BedrockEndpoint.from(
                    Map.of("AWS_REGION", "us-west-2", "AWS_USE_DUALSTACK_ENDPOINT", "true"))
                .uri())
        .hasToString("https://bedrock-runtime.us-west-2.api.aws");
  }

  @Test
  void endpointOfTheServiceWinsOverThatOfAllServices() {
    BedrockEndpoint endpoint =
        BedrockEndpoint.from(
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://127.0.0.1:2/"));

    assertThat(endpoint.uri()).hasToString("http://127.0.0.1:2");
    assertThat(endpoint.region()).isEqualTo("us-east-1");
  }

  @Test
  void configuredEndpointsCanBeIgnored() {
    assertThat(
            BedrockEndpoint.from(
                    Map.of(
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true",
                        "AWS_REGION", "us-east-1"))
                .uri()
                .getHost())
        .isEqualTo("bedrock-runtime.us-east-1.amazonaws.com");
  }

  @Test
  void customEndpointExcludesFips() {
    assertThatThrownBy(() ->
            BedrockEndpoint.from(
                Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_USE_FIPS_ENDPOINT", "true")))
        .hasMessage(
            "a custom endpoint cannot be combined with AWS_USE_FIPS_ENDPOINT; unset one of the two");
  }

  @Test
  void whatIsNoAddressIsToldWithTheVariable() {
    assertThatThrownBy(() -> BedrockEndpoint.from(Map.of("AWS_ENDPOINT_URL", "localhost:8080")))
        .hasMessage(
            "AWS_ENDPOINT_URL is \"localhost:8080\", expected an address like"
                + " http://127.0.0.1:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ada:secret@127.0.0.1:9",
        "http://127.0.0.1:9/?token=secret",
        "http://127.0.0.1:9/#secret",
        "http://ada:se cret@127.0.0.1:9",
        "http://ada:secret@127.0.0.1:9:9"
      })
  void addressThatHoldsMoreThanAnAddressIsRefusedWithoutQuotingIt(String address) {
    assertThatThrownBy(() -> BedrockEndpoint.from(Map.of("AWS_ENDPOINT_URL", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("AWS_ENDPOINT_URL ")
        .hasMessageEndingWith(", expected an address like http://127.0.0.1:8080")
        .hasMessageNotContaining("cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9", "//host", "http:///path", "file:///etc", "http://h:65536"})
  void endpointWhereNoRequestCanGoIsRefused(String address) {
    String expected = " is \"" + address + "\", expected an address like http://127.0.0.1:8080";
    URI uri = URI.create(address);

    assertThatThrownBy(() -> new BedrockEndpoint(uri, "us-east-1"))
        .hasMessage("the endpoint of Bedrock" + expected);
    assertThatThrownBy(() -> OpenAi.at(uri, Headers.NONE))
        .hasMessage("the address of the service" + expected);
  }

  @Test
  void regionIsOneWhateverTheEndpoint() {
    Map<String, String> variables =
        Map.of("AWS_REGION", "us east", "AWS_ENDPOINT_URL", "http://127.0.0.1:9");

    assertThatThrownBy(() -> Bedrock.fromEnvironment(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"us east\" is no AWS region; a region looks like us-east-1");
  }
}
