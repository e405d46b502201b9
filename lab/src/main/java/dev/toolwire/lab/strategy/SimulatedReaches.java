package dev.toolwire.lab.strategy;

import dev.toolwire.model.ModelId;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.RetryPolicy;
import dev.toolwire.provider.Service;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.SendListener;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The way to the models that stall by rule: servers on loopback ports of their own, asked over
/// HTTP. A server is started when it is first needed; closing this closes them. Safe for use by
/// many threads.
public final class SimulatedReaches implements Reach.Finder, AutoCloseable {

  /// `simulator:`, in front of the id of a [SimulatedRoute].
  public static final String PREFIX = "simulator:";

  /// The most pieces that the scripted models write a text in.
  static final int MOST_PIECES = 50;

  private static final Map<String, String> KEYS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "AKIDTOOLWIRE",
          "AWS_SECRET_ACCESS_KEY", "embedded",
          "AWS_REGION", "us-east-1",
          "ANTHROPIC_API_KEY", "embedded",
          "OPENAI_API_KEY", "embedded");

  private final long seed;
  private final SendListener listener;
  private final Map<SimulatedRoute, SimulatorServer> servers = new EnumMap<>(SimulatedRoute.class);
  private final HttpTransport http = HttpTransport.create();

  /// @param seed what the chance of the simulated models starts from
  public SimulatedReaches(long seed) {
    this(seed, (_, _) -> {});
  }

  /// @param seed what the chance of the simulated models starts from
  /// @param listener is told of all that they send
  public SimulatedReaches(long seed, SendListener listener) {
    this.seed = seed;
    this.listener = listener;
  }

  @Override
  public Reach find(String model, Strategy strategy) {
    SimulatedRoute route = SimulatedRoute.of(model.substring(PREFIX.length()));
    Service service = strategy.service();
    URI address = server(route).baseUri();
    URI base = service == Service.OPENAI ? address.resolve("/v1") : address;
    return new Reach(
        new ModelId(route.model()), service.in(KEYS, base).withRetries(RetryPolicy.NEVER), http);
  }

  private synchronized SimulatorServer server(SimulatedRoute route) {
    return servers.computeIfAbsent(
        route,
        _ ->
            SimulatorServer.start(
                Simulator.builder()
                    .scripts(Script.read("stall.yaml", script(route.model())))
                    .pace(route.pace())
                    .faults(route.faults())
                    .seed(seed)
                    .build(),
                0,
                listener));
  }

  /// The words of [WritingOrder] are what the script looks for.
  private static String script(String model) {
    try (InputStream in = SimulatedReaches.class.getResourceAsStream("stall.yaml")) {
      if (in == null) {
        throw new IllegalStateException("stall.yaml is missing from the lab");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("MODEL", model) + pieces();
    } catch (IOException broken) {
      throw new UncheckedIOException("stall.yaml cannot be read", broken);
    }
  }

  /// A turn for each piece but the first: it is written if there are so many.
  private static String pieces() {
    return IntStream.rangeClosed(2, MOST_PIECES)
        .mapToObj(piece ->
            """
              - when:
                  user: '/in (?:%s) pieces of (?<piece>\\d+) characters/'
                  results: { tool: fs_write, status: any }
                  round: %d
                call:
                  tool: fs_write
                  input: { command: append, path: stall.txt, file_text: { $filler: "${piece}" } }
            """
                .formatted(orMore(piece), piece))
        .collect(Collectors.joining());
  }

  private static String orMore(int piece) {
    return IntStream.rangeClosed(piece, MOST_PIECES)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("|"));
  }

  @Override
  public synchronized void close() {
    http.close();
    List.copyOf(servers.values()).forEach(SimulatorServer::close);
    servers.clear();
  }
}
