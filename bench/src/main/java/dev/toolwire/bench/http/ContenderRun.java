package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.X509TrustManager;

/// All scenarios for one contender, in a process of its own; prints one `FIGURE value` per line.
public final class ContenderRun {

  private static final Duration LIMIT = Duration.ofMinutes(6);

  private final Roster entry;
  private final Target plain;
  private final Target secured;
  private final Optional<X509TrustManager> trust;
  private final int sidePort;

  private ContenderRun(
      Roster entry, Target plain, Target secured, X509TrustManager trust, int sidePort) {
    this.entry = entry;
    this.plain = plain;
    this.secured = secured;
    this.trust = Optional.of(trust);
    this.sidePort = sidePort;
  }

  /// Arguments: name in [Roster], ports of HTTP, HTTPS and side line, key store.
  public static void main(String[] args)
      throws IOException, InterruptedException, GeneralSecurityException {
    Thread.ofPlatform().daemon().start(ContenderRun::haltWhenStuck);
    Path store = Path.of(args[4]);
    X509TrustManager trust =
        Arrays.stream(Certificate.trust(store).getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow();
    new ContenderRun(
            Roster.valueOf(args[0]),
            Target.plain(Integer.parseInt(args[1])),
            Target.secured(Integer.parseInt(args[2]), Certificate.context(store)),
            trust,
            Integer.parseInt(args[3]))
        .measure();
    // A client that lost the fight may have left threads that never end.
    Runtime.getRuntime().halt(0);
  }

  private static void haltWhenStuck() {
    LockSupport.parkNanos(LIMIT.toNanos());
    System.err.println("stuck for " + LIMIT + "; what is not reported yet is a no");
    Runtime.getRuntime().halt(1);
  }

  private void measure() throws IOException, InterruptedException {
    try (Contender contender = open(plain)) {
      unary(contender);
      streams(contender);
    }
    try (Contender contender = open(secured)) {
      securedUnary(contender);
    }
    try (SideLine side = new SideLine(sidePort)) {
      endings(side);
    }
    try (Contender contender = open(plain)) {
      HttpFigure.OPEN_STREAM.print(new StreamScenario(contender).openStreams());
    }
    try (Contender contender = open(secured)) {
      HttpFigure.TLS_OPEN_STREAM.print(new StreamScenario(contender).openStreams());
    }
  }

  private void unary(Contender contender) throws IOException, InterruptedException {
    UnaryScenario unary = new UnaryScenario(contender);
    UnaryScenario.Cost virtual = unary.manyThreads(Thread.ofVirtual().factory());
    HttpFigure.CPU_VIRTUAL.print(virtual.cpuMicros());
    HttpFigure.ALLOCATED.print(virtual.allocatedBytes());
    UnaryScenario.Cost platform = unary.manyThreads(Thread.ofPlatform().factory());
    HttpFigure.CPU_PLATFORM.print(platform.cpuMicros());
    UnaryScenario.Latency latency = unary.oneThread();
    HttpFigure.P50.print(latency.p50());
    HttpFigure.P99.print(latency.p99());
  }

  private void securedUnary(Contender contender) throws IOException, InterruptedException {
    UnaryScenario unary = new UnaryScenario(contender);
    UnaryScenario.Cost virtual = unary.manyThreads(Thread.ofVirtual().factory());
    HttpFigure.TLS_CPU_VIRTUAL.print(virtual.cpuMicros());
    HttpFigure.TLS_ALLOCATED.print(virtual.allocatedBytes());
    HttpFigure.TLS_P50.print(unary.oneThread().p50());
  }

  private void streams(Contender contender) throws IOException, InterruptedException {
    StreamScenario stream = new StreamScenario(contender);
    StreamScenario.Cost burst = stream.whole("burst");
    HttpFigure.BURST_CPU.print(burst.cpuMillis());
    HttpFigure.BURST_ALLOCATED.print(burst.allocatedKib());
    StreamScenario.Cost drip = stream.whole("drip");
    HttpFigure.DRIP_CPU.print(drip.cpuMillis());
    HttpFigure.DRIP_ALLOCATED.print(drip.allocatedKib());
    try (SideLine side = new SideLine(sidePort)) {
      HttpFigure.LOCKSTEP.print(stream.lockstep(side));
    }
  }

  private void endings(SideLine side) throws IOException, InterruptedException {
    EndingScenario ending = new EndingScenario(side);
    Contender patient = open(plain);
    HttpFigure.INTERRUPT_VIRTUAL.print(ending.interrupted(patient, Thread.ofVirtual().factory()));
    HttpFigure.INTERRUPT_PLATFORM.print(
        ending.interrupted(patient, Thread.ofPlatform().daemon().factory()));
    HttpFigure.ABORT.print(ending.aborted(patient));
    HttpFigure.TLS_ABORT.print(ending.aborted(open(secured)));
    Contender impatient = open(impatient(plain));
    HttpFigure.HEAD_TIMEOUT.print(ending.headTimeout(impatient));
    HttpFigure.BODY_TIMEOUT.print(ending.bodyTimeout(impatient));
    HttpFigure.CONNECT_TIMEOUT.print(
        EndingScenario.connectTimeout(port -> open(impatient(plain.withPort(port)))));
  }

  private static Target impatient(Target target) {
    Duration timeout = EndingScenario.TIMEOUT;
    return target.withTimeouts(timeout, timeout);
  }

  private Contender open(Target target) {
    return entry.open(target, trust);
  }
}
