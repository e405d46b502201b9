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
      report(HttpFigure.OPEN_STREAM, new StreamScenario(contender).openStreams());
    }
    try (Contender contender = open(secured)) {
      report(HttpFigure.TLS_OPEN_STREAM, new StreamScenario(contender).openStreams());
    }
  }

  private void unary(Contender contender) throws IOException, InterruptedException {
    UnaryScenario unary = new UnaryScenario(contender);
    UnaryScenario.Cost virtual = unary.manyThreads(Thread.ofVirtual().factory());
    report(HttpFigure.CPU_VIRTUAL, virtual.cpuMicros());
    report(HttpFigure.ALLOCATED, virtual.allocatedBytes());
    UnaryScenario.Cost platform = unary.manyThreads(Thread.ofPlatform().factory());
    report(HttpFigure.CPU_PLATFORM, platform.cpuMicros());
    UnaryScenario.Latency latency = unary.oneThread();
    report(HttpFigure.P50, latency.p50());
    report(HttpFigure.P99, latency.p99());
  }

  private void securedUnary(Contender contender) throws IOException, InterruptedException {
    UnaryScenario unary = new UnaryScenario(contender);
    UnaryScenario.Cost virtual = unary.manyThreads(Thread.ofVirtual().factory());
    report(HttpFigure.TLS_CPU_VIRTUAL, virtual.cpuMicros());
    report(HttpFigure.TLS_ALLOCATED, virtual.allocatedBytes());
    report(HttpFigure.TLS_P50, unary.oneThread().p50());
  }

  private void streams(Contender contender) throws IOException, InterruptedException {
    StreamScenario stream = new StreamScenario(contender);
    StreamScenario.Cost burst = stream.whole("burst");
    report(HttpFigure.BURST_CPU, burst.cpuMillis());
    report(HttpFigure.BURST_ALLOCATED, burst.allocatedKib());
    StreamScenario.Cost drip = stream.whole("drip");
    report(HttpFigure.DRIP_CPU, drip.cpuMillis());
    report(HttpFigure.DRIP_ALLOCATED, drip.allocatedKib());
    try (SideLine side = new SideLine(sidePort)) {
      report(HttpFigure.LOCKSTEP, stream.lockstep(side));
    }
  }

  private void endings(SideLine side) throws IOException, InterruptedException {
    EndingScenario ending = new EndingScenario(side);
    Contender patient = open(plain);
    report(HttpFigure.INTERRUPT_VIRTUAL, ending.interrupted(patient, Thread.ofVirtual().factory()));
    report(
        HttpFigure.INTERRUPT_PLATFORM,
        ending.interrupted(patient, Thread.ofPlatform().daemon().factory()));
    report(HttpFigure.ABORT, ending.aborted(patient));
    report(HttpFigure.TLS_ABORT, ending.aborted(open(secured)));
    Contender impatient = open(impatient(plain));
    report(HttpFigure.HEAD_TIMEOUT, ending.headTimeout(impatient));
    report(HttpFigure.BODY_TIMEOUT, ending.bodyTimeout(impatient));
    report(
        HttpFigure.CONNECT_TIMEOUT,
        EndingScenario.connectTimeout(port -> open(impatient(plain.withPort(port)))));
  }

  private static Target impatient(Target target) {
    Duration timeout = EndingScenario.TIMEOUT;
    return target.withTimeouts(timeout, timeout);
  }

  private Contender open(Target target) {
    return entry.open(target, trust);
  }

  private static void report(HttpFigure figure, double value) {
    System.out.println(figure + " " + value);
  }
}
