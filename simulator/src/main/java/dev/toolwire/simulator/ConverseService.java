package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.converse.ConversePath;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.Padding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The operations of Bedrock's runtime, as far as scripts can stand in for it: Converse and
/// ConverseStream, an estimate for CountTokens, and a sign of health. Safe for use by many threads.
final class ConverseService {

  private static final String JSON = "application/json";
  private static final String STREAM = "application/vnd.amazon.eventstream";

  /// Made for the first request, because it reads the catalogue of models.
  private static final class Wire {
    static final ConverseServerCodec CODEC = new ConverseServerCodec();
  }

  private final Director director;
  private final int run;
  private final boolean padding;

  ConverseService(Director director, int run, boolean padding) {
    this.director = director;
    this.run = run;
    this.padding = padding;
  }

  static ConverseServerCodec codec() {
    return Wire.CODEC;
  }

  /// An answer, and what the model was sent if it came to that.
  record Outcome(Answer answer, Optional<ModelRequest> read) {
    static Outcome unread(Answer answer) {
      return new Outcome(answer, Optional.empty());
    }
  }

  /// One request on its way through the service.
  private record Visit(WireRequest request, String requestId, RandomGenerator random) {
    Outcome refuse(int status, String type, String message) {
      return Outcome.unread(ErrorAnswers.of(status, type, message, requestId));
    }

    Headers headers(String contentType) {
      return Headers.of("Content-Type", contentType, "x-amzn-RequestId", requestId);
    }
  }

  Outcome answer(
      WireRequest request, List<Fault> struck, String requestId, RandomGenerator random) {
    Visit visit = new Visit(request, requestId, random);
    String path = request.uri().getRawPath();
    if (request.method().equals("GET") && (path.equals("/") || path.equals("/health"))) {
      return Outcome.unread(health(visit));
    }
    Optional<ConversePath> operation =
        request.method().equals("POST") ? ConversePath.parse(path) : Optional.empty();
    if (operation.isEmpty()) {
      return other(visit, path);
    }
    Casting casting;
    try {
      casting = Casting.of(operation.get().model(), request.headers());
      casting.requireRun(director.runs(casting.model()));
    } catch (IllegalArgumentException wish) {
      return visit.refuse(400, "ValidationException", String.valueOf(wish.getMessage()));
    }
    List<Fault> faults = new ArrayList<>(struck);
    faults.addAll(casting.faults());
    return instead(visit, faults)
        .orElseGet(() -> converse(visit, casting, operation.get().streaming(), faults));
  }

  /// What comes instead of an answer, whatever is asked.
  private static Optional<Outcome> instead(Visit visit, List<Fault> faults) {
    for (Fault fault : faults) {
      if (fault instanceof Fault.Drop) {
        return Optional.of(Outcome.unread(new Answer.Dropped(0)));
      }
      if (fault instanceof Fault.Status status) {
        String words = FaultText.wordsFor(status.type());
        return Optional.of(Outcome.unread(ErrorAnswers.of(status, words, visit.requestId(), 0)));
      }
    }
    return Optional.empty();
  }

  private Outcome converse(Visit visit, Casting casting, boolean streaming, List<Fault> faults) {
    byte[] body = visit.request().body();
    ModelRequest asked;
    try {
      asked = codec().read(casting.model(), streaming, body);
    } catch (ProviderException refused) {
      ProviderException.Fault why = refused.fault();
      return visit.refuse(why.status(), why.type(), why.message());
    }
    int number = casting.run().orElse(run);
    Take take = director.take(asked, number, body.length, visit.random());
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(take.faults());
    Answer answer =
        instead(visit, take.faults())
            .map(Outcome::answer)
            .orElseGet(() -> play(visit, TakeFaults.apply(take, all), all, streaming));
    return new Outcome(answer, Optional.of(asked));
  }

  private Answer play(Visit visit, Take take, List<Fault> faults, boolean streaming) {
    Answer.Response said = streaming ? stream(visit, take, faults) : whole(visit, take, faults);
    Answer.Response answer =
        new Answer.Response(
            said.status(),
            said.headers(),
            said.headNanos(),
            ByteFaults.apply(said.body(), faults, streaming));
    for (Fault fault : faults) {
      if (fault instanceof Fault.Stall stall
          && (!streaming || stall.where() == Fault.Stall.Where.BEFORE_HEAD)) {
        return Answer.stalled(answer, stall);
      }
    }
    return answer;
  }

  private Answer.Response stream(Visit visit, Take take, List<Fault> faults) {
    Iterator<Moment> moments = EventFaults.apply(new Performance(take, visit.random()), faults);
    Padding pads =
        padding ? Padding.random(new SplittableRandom(visit.random().nextLong())) : Padding.none();
    Iterator<Beat> frames =
        new FrameBeats(
            moments, codec().encoder(pads), type -> ErrorAnswers.inStream(type, visit.requestId()));
    return new Answer.Response(200, visit.headers(STREAM), take.pace().first().toNanos(), frames);
  }

  private Answer.Response whole(Visit visit, Take take, List<Fault> faults) {
    long due = duration(take, visit.random());
    for (Fault fault : faults) {
      if (fault instanceof Fault.InStreamException(String type, _)) {
        return refused(visit, type, due);
      }
    }
    if (take.isUnsayableWhole()) {
      return refused(visit, "ModelErrorException", due);
    }
    Reply reply =
        new Reply(
            take.content(), take.stop(), take.usage(), Duration.ofNanos(due), JsonObject.EMPTY);
    return Answer.whole(200, visit.headers(JSON), codec().reply(reply), due);
  }

  private static Answer.Response refused(Visit visit, String type, long dueNanos) {
    String name = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    Fault.Status status = new Fault.Status(ErrorAnswers.statusOf(type), name, Duration.ZERO);
    return ErrorAnswers.of(status, FaultText.wordsFor(type), visit.requestId(), dueNanos);
  }

  /// How long it takes to say everything.
  private static long duration(Take take, RandomGenerator random) {
    long due = 0;
    for (Performance moments = new Performance(take, random); moments.hasNext(); ) {
      due = moments.next().dueNanos();
    }
    return due;
  }

  private static Outcome other(Visit visit, String path) {
    if (visit.request().method().equals("POST") && path.matches("/model/[^/]+/count-tokens")) {
      int tokens = ScriptedUsage.tokens(visit.request().body().length);
      return Outcome.unread(json(visit, JsonObject.of("inputTokens", tokens)));
    }
    return visit.refuse(
        404,
        "UnknownOperationException",
        "The simulator knows POST /model/{modelId}/converse, /converse-stream and /count-tokens,"
            + " not "
            + visit.request().method()
            + " "
            + path);
  }

  private static Answer health(Visit visit) {
    return json(visit, JsonObject.of("status", "ok").with("service", "toolwire-simulator"));
  }

  private static Answer.Response json(Visit visit, JsonObject body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return Answer.whole(200, visit.headers(JSON), bytes, 0);
  }
}
