package dev.toolwire.cli;

import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `toolwire simulate`: scripted models behind the real wires, on a port, until it is interrupted.
final class SimulateCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  private final SimulateOptions options = new SimulateOptions();
  private final CommandSpec spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
  private final Surroundings around;

  private SimulateCommand(Surroundings around) {
    this.around = around;
  }

  static CommandSpec spec(Surroundings around) {
    return new SimulateCommand(around).spec;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int port = options.port();
    if (port < 0 || port > LARGEST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port is " + port + ", expected 0 to " + LARGEST_PORT);
    }
    var simulator = simulator();
    var ended = new CountDownLatch(1);
    try (var server = SimulatorServer.start(simulator, port);
        var _ = around.interrupts().whenInterrupted(ended::countDown)) {
      announce(server);
      ended.await();
    }
    return ExitCode.OK;
  }

  private Simulator simulator() throws IOException {
    var simulator = Simulator.builder().seed(options.seed());
    for (var file : options.scripts()) {
      simulator.scripts(Options.valid(spec, () -> NamedFile.read(Path.of(file), Script::read)));
    }
    Options.valid(spec, options::faults).forEach(simulator::faults);
    Options.valid(spec, options::pace).ifPresent(simulator::pace);
    Options.valid(spec, options::keys)
        .ifPresent(keys -> simulator.credentials(keys.accessKey(), keys.secret()));
    options.apiKey().ifPresent(simulator::bearerKey);
    return simulator.build();
  }

  /// The base URL alone on standard output, for programs; for people, what to do with it.
  private void announce(SimulatorServer server) {
    var out = spec.commandLine().getOut();
    out.println(server.baseUri());
    out.flush();
    var keys = Options.valid(spec, options::keys);
    var key = options.apiKey().isPresent() ? "…" : keys.isPresent() ? "none" : "any";
    spec.commandLine()
        .getErr()
        .println(
            """
            toolwire: point SDKs here, those of AWS, Anthropic or OpenAI, with
              export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=%1$s AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=%2$s AWS_SECRET_ACCESS_KEY=%3$s
              export ANTHROPIC_BASE_URL=%1$s ANTHROPIC_API_KEY=%4$s
              export OPENAI_BASE_URL=%1$s/v1 OPENAI_API_KEY=%4$s
              export ANTHROPIC_BEDROCK_MANTLE_BASE_URL=%1$s/anthropic AWS_BEDROCK_BASE_URL=%1$s/v1
            or ask with
              toolwire ask --endpoint %1$s "…"
              toolwire ask --model anthropic:%5$s --endpoint %1$s "…"
              toolwire ask --model openai:%5$s --endpoint %1$s/v1 "…"
            Ctrl-C ends it.\
            """
                .formatted(
                    server.baseUri(),
                    keys.map(SimulateOptions.Keys::accessKey).orElse("any"),
                    keys.map(_ -> "…").orElse("any"),
                    key,
                    Simulator.DEFAULT_MODEL));
  }
}
