package dev.toolwire.simulator;

import dev.toolwire.wire.invoke.InvokePath;
import dev.toolwire.wire.invoke.InvokeServerCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// InvokeModel and InvokeModelWithResponseStream of Bedrock's runtime, in the form that Claude has
/// there: bodies of Messages, and a stream of frames that hold its events. Safe for use by many
/// threads.
final class InvokeService implements Service {

  private static final Set<String> SIGNED_FOR = Set.of("bedrock");

  /// Made for the first request, because it reads the catalogue of models.
  private static final class Wire {
    static final InvokeServerCodec CODEC = new InvokeServerCodec();
  }

  private final Stage stage;
  private final boolean padding;

  /// @param padding whether the frames of a stream are padded
  InvokeService(Stage stage, boolean padding) {
    this.stage = stage;
    this.padding = padding;
  }

  static InvokeServerCodec codec() {
    return Wire.CODEC;
  }

  @Override
  public boolean serves(Visit visit) {
    return visit.isPost() && InvokePath.parse(visit.path()).isPresent();
  }

  @Override
  public Optional<Answer> turnAway(Visit visit, Doorkeeper door) {
    return door.atBedrock(visit.request(), SIGNED_FOR)
        .map(why -> ConverseCall.frontEnd(why, visit.requestId()));
  }

  @Override
  public Outcome answer(Visit visit, List<Fault> struck) {
    InvokePath path = InvokePath.parse(visit.path()).orElseThrow();
    return stage.play(visit, new InvokeCall(visit, path, padding), struck);
  }
}
