package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.converse.ConversePath;
import dev.toolwire.wire.converse.ConverseServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Converse and ConverseStream of Bedrock's runtime, and an estimate for CountTokens. Safe for use
/// by many threads.
final class ConverseService implements Service {

  private static final Set<String> SIGNED_FOR = Set.of("bedrock");
  private static final Pattern COUNT_TOKENS = Pattern.compile("/model/[^/]+/count-tokens");

  /// Made for the first request, because it reads the catalogue of models.
  private static final class Wire {
    static final ConverseServerCodec CODEC = new ConverseServerCodec();
  }

  private final Stage stage;
  private final boolean padding;

  /// @param padding whether the events of a stream are padded
  ConverseService(Stage stage, boolean padding) {
    this.stage = stage;
    this.padding = padding;
  }

  static ConverseServerCodec codec() {
    return Wire.CODEC;
  }

  @Override
  public boolean serves(Visit visit) {
    return visit.isPost()
        && (ConversePath.parse(visit.path()).isPresent()
            || COUNT_TOKENS.matcher(visit.path()).matches());
  }

  @Override
  public Outcome answer(Visit visit, List<Fault> struck) {
    return ConversePath.parse(visit.path())
        .map(path -> stage.play(visit, new ConverseCall(visit, path, padding), struck))
        .orElseGet(() -> Outcome.unread(count(visit)));
  }

  @Override
  public Optional<Answer> turnAway(Visit visit, Doorkeeper door) {
    return door.atBedrock(visit.request(), SIGNED_FOR)
        .map(why -> ConverseCall.frontEnd(why, visit.requestId()));
  }

  private static Answer count(Visit visit) {
    int tokens = ScriptedUsage.tokens(visit.request().body().length);
    byte[] body = JsonObject.of("inputTokens", tokens).toString().getBytes(StandardCharsets.UTF_8);
    Headers headers =
        Headers.of("Content-Type", "application/json", "x-amzn-RequestId", visit.requestId());
    return Answer.whole(200, headers, body, 0);
  }
}
