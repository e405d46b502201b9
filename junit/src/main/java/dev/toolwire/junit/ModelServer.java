package dev.toolwire.junit;

import dev.toolwire.simulator.RecordedRequest;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Scripted models on a port of this machine, behind the wires of Bedrock, Anthropic and OpenAI,
/// and what they were sent.
///
/// Tests usually get one from [ScriptedModels]. It takes any credentials. Safe for use by many
/// threads.
public final class ModelServer implements AutoCloseable {

  /// How many requests are remembered; a test that sends more is told so when it asks for them.
  public static final int RECORDING_LIMIT = 10_000;

  private static final String ANY = "any";

  private final Simulator simulator;
  private final SimulatorServer server;
  private final int recordingLimit;
  private final AtomicLong forgotten = new AtomicLong();
  private volatile boolean unscriptedExpected;

  private ModelServer(Simulator simulator, SimulatorServer server, int recordingLimit) {
    this.simulator = simulator;
    this.server = server;
    this.recordingLimit = recordingLimit;
  }

  /// Plays these scripts, and refuses what none of them answers.
  ///
  /// @see Script#read(String, String)
  public static ModelServer playing(List<Script> scripts) {
    return playing(Simulator.builder().scripts(scripts).strict());
  }

  /// Plays what `settings` say, which may well be not to refuse anything.
  public static ModelServer playing(Simulator.Builder settings) {
    return playing(settings, RECORDING_LIMIT);
  }

  /// Plays what `settings` say, and remembers so many requests.
  static ModelServer playing(Simulator.Builder settings, int recordingLimit) {
    Simulator simulator = settings.recordingLimit(recordingLimit).build();
    return new ModelServer(simulator, SimulatorServer.start(simulator, 0), recordingLimit);
  }

  /// Where the SDKs of AWS and of Anthropic find it, such as `http://127.0.0.1:40123`.
  public URI baseUrl() {
    return server.baseUri();
  }

  /// Where the SDKs of OpenAI find it: [#baseUrl] with `/v1`.
  public URI openAiUrl() {
    return URI.create(baseUrl() + "/v1");
  }

  /// The environment variables that point the SDKs of AWS, Anthropic and OpenAI here.
  public Map<String, String> environment() {
    String base = baseUrl().toString();
    return Map.of(
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", base,
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", ANY,
        "AWS_SECRET_ACCESS_KEY", ANY,
        "ANTHROPIC_BEDROCK_MANTLE_BASE_URL", base + "/anthropic",
        "AWS_BEDROCK_BASE_URL", openAiUrl().toString(),
        "ANTHROPIC_BASE_URL", base,
        "ANTHROPIC_API_KEY", ANY,
        "OPENAI_BASE_URL", openAiUrl().toString(),
        "OPENAI_API_KEY", ANY);
  }

  /// What was asked since the test began, oldest first.
  ///
  /// @throws AssertionError if it was more than can be remembered
  public List<RecordedRequest> requests() {
    List<RecordedRequest> all = simulator.requests();
    long first = forgotten.get() + 1;
    if (!all.isEmpty() && all.getFirst().number() > first) {
      throw new AssertionError(
          "more than %d requests were sent; the first %d of them are forgotten"
              .formatted(recordingLimit, all.getFirst().number() - first));
    }
    return all.stream().filter(request -> request.number() >= first).toList();
  }

  /// Looks at what was asked since the test began.
  public RequestsAssert assertThat() {
    return new RequestsAssert(requests());
  }

  /// Lets the running test send what no script answers; it is refused all the same.
  public void expectUnscripted() {
    unscriptedExpected = true;
  }

  /// Forgets what was asked and expected so far.
  public void reset() {
    List<RecordedRequest> all = simulator.requests();
    forgotten.set(all.isEmpty() ? 0 : all.getLast().number());
    unscriptedExpected = false;
  }

  /// Fails if something was asked that no script answers, unless that is expected.
  void verify() {
    if (!unscriptedExpected) {
      assertThat().areAllScripted();
    }
  }

  /// Stops listening and breaks what is still open.
  @Override
  public void close() {
    server.close();
  }
}
