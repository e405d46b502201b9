package dev.toolwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceConfigTest {

  private final InferenceConfig config = InferenceConfig.DEFAULTS;

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void temperatureThatNoWireTakesIsRefused(double value) {
    assertThatThrownBy(() -> config.withTemperature(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature is " + value + ", expected 0 or more");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void topPThatNoWireTakesIsRefused(double value) {
    assertThatThrownBy(() -> config.withTopP(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("topP is " + value + ", expected 0 to 1");
  }

  @Test
  void theEndsOfTheRangesAreTaken() {
    assertThat(config.withTemperature(0).withTopP(0).topP()).hasValue(0);
    assertThat(config.withTemperature(2).withTopP(1).temperature()).hasValue(2);
  }
}
