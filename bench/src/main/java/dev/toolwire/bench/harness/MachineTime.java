package dev.toolwire.bench.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.lab.strategy.Metronomes;
import dev.toolwire.lab.strategy.Timekeeping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;

/// [Metronomes] in a process of their own, so that a pause of this one, as of its collector, is not
/// theirs. Linux gives both the same monotonic clock.
public final class MachineTime implements Timekeeping, AutoCloseable {

  private static final Duration BEAT = Duration.ofMillis(1);

  private final LineProcess metronomes;

  private MachineTime(LineProcess metronomes) {
    this.metronomes = metronomes;
  }

  /// Begins to watch.
  ///
  /// @param tolerance how late a metronome may wake on a machine that keeps time
  public static MachineTime watched(Duration tolerance) throws IOException {
    List<String> main = List.of(Beating.class.getName(), tolerance.toString());
    return new MachineTime(
        LineProcess.start(
            "the metronomes", Rounds.java(List.of("-Xmx32m", "-XX:+UseSerialGC"), main)));
  }

  @Override
  public Duration lateness(long from, long to) {
    return Duration.parse(metronomes.ask(from + " " + to));
  }

  @Override
  public void close() {
    metronomes.close();
  }

  /// The process: two times in, a duration out.
  static final class Beating {

    private Beating() {}

    public static void main(String[] args) throws IOException {
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
      try (Metronomes metronomes = Metronomes.start(BEAT, Duration.parse(args[0]))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          int space = line.indexOf(' ');
          long from = Long.parseLong(line.substring(0, space));
          System.out.println(metronomes.lateness(from, Long.parseLong(line.substring(space + 1))));
        }
      }
    }
  }
}
