package dev.toolwire.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How the model is to generate; what is absent is left to the provider.
///
/// @param maxTokens at least 1
/// @param temperature from 0 to 1 on Converse and Messages, to 2 on Chat
/// @param topP from 0 to 1
/// @param stopSequences texts that end the answer
public record InferenceConfig(
    OptionalInt maxTokens,
    OptionalDouble temperature,
    OptionalDouble topP,
    List<String> stopSequences) {

  /// Everything left to the provider.
  public static final InferenceConfig DEFAULTS =
      new InferenceConfig(
          OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of());

  public InferenceConfig {
    if (maxTokens.isPresent() && maxTokens.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "maxTokens is " + maxTokens.getAsInt() + ", expected 1 or more");
    }
    temperature.ifPresent(
        value -> requireWithin("temperature", value, Double.MAX_VALUE, "or more"));
    topP.ifPresent(value -> requireWithin("topP", value, 1, "to 1"));
    stopSequences = List.copyOf(stopSequences);
  }

  /// Not a number is within nothing, and JSON has no form for it.
  private static void requireWithin(String name, double value, double most, String words) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 0 " + words);
    }
  }

  public InferenceConfig withMaxTokens(int tokens) {
    return new InferenceConfig(OptionalInt.of(tokens), temperature, topP, stopSequences);
  }

  public InferenceConfig withTemperature(double value) {
    return new InferenceConfig(maxTokens, OptionalDouble.of(value), topP, stopSequences);
  }

  public InferenceConfig withTopP(double value) {
    return new InferenceConfig(maxTokens, temperature, OptionalDouble.of(value), stopSequences);
  }

  public InferenceConfig withStopSequences(List<String> sequences) {
    return new InferenceConfig(maxTokens, temperature, topP, sequences);
  }
}
