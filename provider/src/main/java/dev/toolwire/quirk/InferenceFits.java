package dev.toolwire.quirk;

import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelRequest;
import java.util.List;
import java.util.OptionalDouble;

/// Leaves out what a model refuses of how it is to generate.
final class InferenceFits {

  private InferenceFits() {}

  static ModelRequest withoutSampling(ModelRequest request, Occasion occasion) {
    InferenceConfig config = request.inference();
    if (config.temperature().isEmpty() && config.topP().isEmpty()) {
      return request;
    }
    String why = " is left out: the model takes no sampling parameters";
    config
        .temperature()
        .ifPresent(value -> occasion.lost("inference.temperature", Kind.DROPPED, value + why));
    config.topP().ifPresent(value -> occasion.lost("inference.topP", Kind.DROPPED, value + why));
    return request.withInference(
        new InferenceConfig(
            config.maxTokens(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            config.stopSequences()));
  }

  static ModelRequest withoutStopSequences(ModelRequest request, Occasion occasion) {
    if (request.inference().stopSequences().isEmpty()) {
      return request;
    }
    occasion.lost(
        "inference.stopSequences",
        Kind.DROPPED,
        "the model takes none; the answer goes on where one of them would have ended it");
    return request.withInference(request.inference().withStopSequences(List.of()));
  }
}
