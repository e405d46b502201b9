package dev.toolwire.simulator;

import dev.toolwire.wire.ModelPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// InvokeModel and InvokeModelWithResponseStream of Bedrock's runtime, in the form that Claude has
/// there: bodies of Messages, and a stream of frames that hold its events. Safe for use by many
/// threads.
final class InvokeService implements Service {

  static final String UNARY = "invoke";
  static final String STREAMING = "invoke-with-response-stream";

  private static final Set<String> OPERATIONS = Set.of(UNARY, STREAMING);
  private static final Set<String> SIGNED_FOR = Set.of("bedrock");

  private final Stage stage;
  private final boolean padding;

  /// @param padding whether the frames of a stream are padded
  InvokeService(Stage stage, boolean padding) {
    this.stage = stage;
    this.padding = padding;
  }

  private static Optional<ModelPath> path(Visit visit) {
    return ModelPath.parse(visit.path()).filter(path -> OPERATIONS.contains(path.operation()));
  }

  @Override
  public boolean serves(Visit visit) {
    return visit.isPost() && path(visit).isPresent();
  }

  @Override
  public Optional<Answer> turnAway(Visit visit, Doorkeeper door) {
    return door.atBedrock(visit.request(), SIGNED_FOR)
        .map(why -> ConverseCall.frontEnd(why, visit.requestId()));
  }

  @Override
  public Outcome answer(Visit visit, List<Fault> struck) {
    return stage.play(visit, new InvokeCall(visit, path(visit).orElseThrow(), padding), struck);
  }
}
