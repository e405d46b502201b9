package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ProviderException;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.messages.MessagesServerCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Anthropic Messages, at Anthropic's paths and behind `/anthropic` as Bedrock's `bedrock-mantle`
/// has it. Safe for use by many threads.
final class MessagesService implements Service {

  private static final String MANTLE = "/anthropic";
  private static final String CREATE = "/v1/messages";
  private static final String COUNT = CREATE + "/count_tokens";
  private static final String MODELS = "/v1/models";
  private static final Set<String> SIGNED_FOR = Set.of("bedrock-mantle");

  /// Made for the first request, because it reads the catalogue of models.
  private static final class Wire {
    static final MessagesServerCodec CODEC = new MessagesServerCodec();
  }

  private final Stage stage;
  private final RateLimits limits;

  MessagesService(Stage stage, RateLimits limits) {
    this.stage = stage;
    this.limits = limits;
  }

  static MessagesServerCodec codec() {
    return Wire.CODEC;
  }

  /// OpenAI's list of models has the same path; only Anthropic's clients name a version.
  @Override
  public boolean serves(Visit visit) {
    String path = path(visit);
    return visit.isPost()
        ? path.equals(CREATE) || path.equals(COUNT)
        : visit.isGet()
            && (path.equals(MODELS) || path.startsWith(MODELS + "/"))
            && (isMantle(visit) || namesAVersion(visit));
  }

  /// Whether a request that no service has is most likely a client's of this wire.
  static boolean isNear(Visit visit) {
    return path(visit).startsWith(CREATE) || isMantle(visit) || namesAVersion(visit);
  }

  private static boolean namesAVersion(Visit visit) {
    return visit.request().headers().first("anthropic-version").isPresent();
  }

  private static boolean isMantle(Visit visit) {
    return visit.path().startsWith(MANTLE + "/");
  }

  private static String path(Visit visit) {
    return isMantle(visit) ? visit.path().substring(MANTLE.length()) : visit.path();
  }

  @Override
  public Optional<Answer> turnAway(Visit visit, Doorkeeper door) {
    Headers headers = visit.request().headers();
    if (isMantle(visit) && headers.first("x-api-key").isEmpty()) {
      return door.atBedrock(visit.request(), SIGNED_FOR).map(why -> stranger(visit, why.message()));
    }
    return switch (door.key(headers, "x-api-key", "Authorization")) {
      case GOOD -> Optional.empty();
      case MISSING -> Optional.of(stranger(visit, "x-api-key header is required"));
      case WRONG -> Optional.of(stranger(visit, "invalid x-api-key"));
    };
  }

  private Answer stranger(Visit visit, String message) {
    return refuse(visit, ErrorKind.ACCESS_DENIED, 401, "authentication_error", message);
  }

  private Answer refuse(Visit visit, ErrorKind kind, int status, String type, String message) {
    return new MessagesCall(visit, limits).refuse(kind, status, type, message);
  }

  @Override
  public Outcome answer(Visit visit, List<Fault> struck) {
    String path = path(visit);
    if (path.equals(CREATE)) {
      return stage.play(visit, new MessagesCall(visit, limits), struck);
    }
    return Outcome.unread(
        path.equals(COUNT)
            ? count(visit)
            : path.equals(MODELS) ? models(visit) : model(visit, path));
  }

  private Answer count(Visit visit) {
    MessagesCall call = new MessagesCall(visit, limits);
    try {
      codec().readCount(visit.request().headers(), visit.request().body());
    } catch (ProviderException refused) {
      return call.error(Failures.withId(refused.fault(), call.requestId()), 0);
    }
    byte[] body = codec().count(ScriptedUsage.tokens(visit.request().body().length));
    return Answer.whole(200, call.headers(false), body, 0);
  }

  private Answer models(Visit visit) {
    List<String> ids = stage.models();
    JsonObject list =
        JsonObject.of("data", ids.stream().map(id -> entry(id).toNode()).toList())
            .with("has_more", false)
            .with("first_id", ids.getFirst())
            .with("last_id", ids.getLast());
    return json(visit, list);
  }

  private Answer model(Visit visit, String path) {
    String id = Paths.decoded(path.substring(MODELS.length() + 1));
    return !id.isBlank() && stage.plays(new ModelId(id))
        ? json(visit, entry(id))
        : refuse(visit, ErrorKind.NOT_FOUND, 404, "not_found_error", "model: " + id);
  }

  private static JsonObject entry(String id) {
    return JsonObject.of("type", "model")
        .with("id", id)
        .with("display_name", id)
        .with("created_at", "2026-01-01T00:00:00Z");
  }

  private Answer json(Visit visit, JsonObject body) {
    return Answer.json(new MessagesCall(visit, limits).headers(false), body);
  }
}
