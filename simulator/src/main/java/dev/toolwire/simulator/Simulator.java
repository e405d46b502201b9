package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.converse.ConversePath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Scripted models that answer as Amazon Bedrock, Anthropic and OpenAI do: the same paths, headers,
/// checks, errors and bytes, all wires side by side.
///
/// Ask them in memory through [#transport], where nobody waits for anything, or give the simulator
/// to a [SimulatorServer]. With the same seed, the same requests in the same order get the same
/// bytes, ids and padding included; what says the time says that of [Builder#clock]. Safe for use
/// by many threads.
public final class Simulator {

  /// The model that plays when no other is asked for: it can count letters, calculate, look songs
  /// up and write files.
  public static final String DEFAULT_MODEL = "toolwire.scripted-v1:0";

  /// The request header that chooses a run of a script, such as `x-toolwire-run: 2`.
  public static final String RUN_HEADER = "x-toolwire-run";

  private final List<Service> services;
  private final Fallback fallback;
  private final Doorkeeper door;
  private final List<FaultRule> faults;
  private final long seed;
  private final int recordingLimit;
  private final VirtualClock clock = new VirtualClock();
  private final AtomicLong count = new AtomicLong();
  private final Deque<RecordedRequest> recorded = new ArrayDeque<>();

  private Simulator(Builder builder) {
    List<Script> own = List.copyOf(builder.scripts);
    Repertoire scripts = own.isEmpty() ? BuiltInScripts.INSTANCE : Repertoire.of(own);
    Stage stage = new Stage(new Director(scripts, builder.pace), builder.run, builder.strict);
    RateLimits limits = new RateLimits(builder.clock);
    ChatCall.Setting chat = new ChatCall.Setting(limits, builder.clock, builder.comments);
    this.fallback = new Fallback(limits, chat);
    this.services =
        List.of(
            new ConverseService(stage, builder.padding),
            new InvokeService(stage, builder.padding),
            new MessagesService(stage, limits),
            new ChatService(stage, chat),
            fallback);
    this.door =
        new Doorkeeper(
            new SignatureCheck(builder.secrets, builder.clock),
            builder.keys,
            builder.secrets.isEmpty() && builder.keys.isEmpty());
    this.faults = List.copyOf(builder.faults);
    this.seed = builder.seed;
    this.recordingLimit = builder.recordingLimit;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// The simulator with the scripts that come with Toolwire, which takes any credentials.
  public static Simulator withBuiltInScripts() {
    return builder().build();
  }

  /// Asks a simulator behind `transport` for a run of its scripts; nobody else minds the header.
  public static Transport choosing(int run, Transport transport) {
    return request ->
        transport.open(
            request.withHeaders(request.headers().with(RUN_HEADER, Integer.toString(run))));
  }

  /// This simulator without a network, on [#ticker].
  public Transport transport() {
    return request -> new SimulatedExchange(clock, answer(request));
  }

  /// The clock of [#transport].
  public VirtualClock ticker() {
    return clock;
  }

  /// What was asked last, oldest first.
  public List<RecordedRequest> requests() {
    synchronized (recorded) {
      return List.copyOf(recorded);
    }
  }

  Answer answer(WireRequest request) {
    Visit visit = visit(request);
    Outcome outcome = answer(visit);
    record(visit, outcome);
    return outcome.answer();
  }

  /// Refuses what HTTP does not let through, such as a body that is too large.
  Answer.Response refuse(WireRequest request, int status) {
    Visit visit = visit(request);
    Answer.Response refusal = fallback.refuse(visit, status);
    record(visit, Outcome.unread(refusal));
    return refusal;
  }

  private Visit visit(WireRequest request) {
    long number = count.incrementAndGet();
    SplittableRandom random = new SplittableRandom(seed + number);
    String requestId = new UUID(random.nextLong(), random.nextLong()).toString();
    return new Visit(request, number, requestId, random);
  }

  private Outcome answer(Visit visit) {
    Service service = services.stream().filter(one -> one.serves(visit)).findFirst().orElseThrow();
    return service
        .turnAway(visit, door)
        .map(Outcome::unread)
        .orElseGet(() -> service.answer(visit, struck(visit)));
  }

  /// Does beforehand what the first request would have to wait for, as reading the scripts.
  void prepare() {
    URI uri = new ConversePath(new ModelId(DEFAULT_MODEL), true).at(URI.create("http://localhost"));
    byte[] hello =
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hello\"}]}]}"
            .getBytes(StandardCharsets.UTF_8);
    WireRequest request = WireRequest.post(uri, Headers.NONE, hello, true);
    SplittableRandom random = new SplittableRandom(seed);
    Visit visit = new Visit(request, 0, "", random);
    if (services.getFirst().answer(visit, List.of()).answer() instanceof Answer.Response response) {
      response.body().forEachRemaining(_ -> {});
    }
  }

  private List<Fault> struck(Visit visit) {
    List<Fault> struck = new ArrayList<>();
    for (FaultRule rule : faults) {
      if (rule.trigger().strikes(visit.number(), visit.random())) {
        struck.add(rule.fault());
      }
    }
    return struck;
  }

  private void record(Visit visit, Outcome outcome) {
    int status = outcome.answer() instanceof Answer.Response response ? response.status() : 0;
    RecordedRequest request =
        new RecordedRequest(
            visit.number(),
            visit.requestId(),
            visit.request(),
            status,
            outcome.read(),
            outcome.unscripted());
    synchronized (recorded) {
      recorded.addLast(request);
      while (recorded.size() > recordingLimit) {
        recorded.removeFirst();
      }
    }
  }

  /// What a simulator is made of.
  public static final class Builder {

    private final List<Script> scripts = new ArrayList<>();
    private final List<FaultRule> faults = new ArrayList<>();
    private final Map<String, byte[]> secrets = new LinkedHashMap<>();
    private final List<byte[]> keys = new ArrayList<>();
    private Optional<Pace> pace = Optional.empty();
    private InstantSource clock = InstantSource.system();
    private long seed = 1;
    private int run = 1;
    private boolean strict;
    private boolean padding = true;
    private Duration comments = Duration.ZERO;
    private int recordingLimit = 100;

    private Builder() {}

    /// Adds scripts; those given first are asked first. Without any, the built-in ones play.
    public Builder scripts(List<Script> more) {
      scripts.addAll(more);
      return this;
    }

    /// Plays every script at this pace.
    public Builder pace(Pace pace) {
      this.pace = Optional.of(pace);
      return this;
    }

    /// What chance starts from.
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /// The run that is played to requests that ask for none.
    public Builder run(int number) {
      this.run = number;
      return this;
    }

    /// Refuses what no script answers, with an error that says why, instead of answering honestly
    /// that there is no script for it. For tests.
    public Builder strict() {
      this.strict = true;
      return this;
    }

    /// Adds rules for what goes wrong.
    public Builder faults(FaultRule... rules) {
      faults.addAll(List.of(rules));
      return this;
    }

    /// Lets only those in who sign with this key, or show a key of [#bearerKey]; may be called once
    /// for each key.
    public Builder credentials(String accessKey, String secret) {
      secrets.put(accessKey, secret.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /// Lets those in who show this key, as a bearer or in the header that a wire has for it; may be
    /// called once for each key.
    public Builder bearerKey(String key) {
      keys.add(key.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /// The time that signatures are held against and that answers say.
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /// Whether the events of a stream of Bedrock's are padded, as the service does.
    public Builder padding(boolean padding) {
      this.padding = padding;
      return this;
    }

    /// Sends a comment whenever a Chat stream has been silent for so long, as some servers do.
    public Builder comments(Duration every) {
      this.comments = every;
      return this;
    }

    /// How many requests to remember; 100 if not set.
    public Builder recordingLimit(int requests) {
      this.recordingLimit = requests;
      return this;
    }

    public Simulator build() {
      return new Simulator(this);
    }
  }
}
