package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.chat.ChatServerCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// OpenAI's Chat Completions, at OpenAI's paths and behind `/openai` as Bedrock has them. Safe for
/// use by many threads.
final class ChatService implements Service {

  private static final String BEDROCK = "/openai";
  private static final String CREATE = "/v1/chat/completions";
  private static final String MODELS = "/v1/models";
  private static final Set<String> SIGNED_FOR = Set.of("bedrock", "bedrock-mantle");
  private static final String AUTHORIZATION = "Authorization";

  /// Made for the first request, because it reads the catalogue of models.
  private static final class Wire {
    static final ChatServerCodec CODEC = new ChatServerCodec();
  }

  private final Stage stage;
  private final ChatCall.Setting setting;

  ChatService(Stage stage, ChatCall.Setting setting) {
    this.stage = stage;
    this.setting = setting;
  }

  static ChatServerCodec codec() {
    return Wire.CODEC;
  }

  @Override
  public boolean serves(Visit visit) {
    String path = path(visit);
    return visit.isPost()
        ? path.equals(CREATE)
        : visit.isGet() && (path.equals(MODELS) || path.startsWith(MODELS + "/"));
  }

  /// Whether a request that no service has is most likely a client's of this wire.
  static boolean isNear(Visit visit) {
    return path(visit).startsWith("/v1/") || isBedrock(visit);
  }

  private static boolean isBedrock(Visit visit) {
    return visit.path().startsWith(BEDROCK + "/");
  }

  private static String path(Visit visit) {
    return isBedrock(visit) ? visit.path().substring(BEDROCK.length()) : visit.path();
  }

  @Override
  public Optional<Answer> turnAway(Visit visit, Doorkeeper door) {
    Headers headers = visit.request().headers();
    boolean signed =
        headers.first(AUTHORIZATION).filter(value -> value.startsWith("AWS4")).isPresent();
    if (isBedrock(visit) && signed) {
      return door.atBedrock(visit.request(), SIGNED_FOR).map(why -> stranger(visit, why.message()));
    }
    return switch (door.key(headers, AUTHORIZATION)) {
      case GOOD -> Optional.empty();
      case MISSING ->
          Optional.of(
              stranger(
                  visit,
                  "You didn't provide an API key. You need to provide your API key in an"
                      + " Authorization header using Bearer auth (i.e. Authorization: Bearer"
                      + " YOUR_KEY)."));
      case WRONG -> Optional.of(stranger(visit, "Incorrect API key provided."));
    };
  }

  private Answer stranger(Visit visit, String message) {
    return refuse(visit, ErrorKind.ACCESS_DENIED, 401, "invalid_api_key", message);
  }

  private Answer refuse(Visit visit, ErrorKind kind, int status, String type, String message) {
    return new ChatCall(visit, setting).refuse(kind, status, type, message);
  }

  @Override
  public Outcome answer(Visit visit, List<Fault> struck) {
    String path = path(visit);
    return path.equals(CREATE)
        ? stage.play(visit, new ChatCall(visit, setting), struck)
        : Outcome.unread(path.equals(MODELS) ? models(visit) : model(visit, path));
  }

  private Answer models(Visit visit) {
    JsonObject list =
        JsonObject.of("object", "list")
            .with("data", stage.models().stream().map(id -> entry(id).toNode()).toList());
    return Answer.json(new ChatCall(visit, setting).headers(false), list);
  }

  private Answer model(Visit visit, String path) {
    String id = Paths.decoded(path.substring(MODELS.length() + 1));
    return !id.isBlank() && stage.plays(new ModelId(id))
        ? Answer.json(new ChatCall(visit, setting).headers(false), entry(id))
        : refuse(
            visit,
            ErrorKind.NOT_FOUND,
            404,
            "model_not_found",
            "The model '" + id + "' does not exist");
  }

  private static JsonObject entry(String id) {
    return JsonObject.of("id", id)
        .with("object", "model")
        .with("created", 0)
        .with("owned_by", "toolwire");
  }
}
