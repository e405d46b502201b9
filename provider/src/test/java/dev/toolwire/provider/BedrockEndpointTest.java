package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
