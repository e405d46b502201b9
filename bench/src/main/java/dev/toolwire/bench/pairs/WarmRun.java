package dev.toolwire.bench.pairs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.Workload;
import dev.toolwire.bench.wires.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/// One workload of one contender over one wire, in a process that warms up and then takes a turn
/// for each line that it reads.
public final class WarmRun {

  private WarmRun() {}

  /// Arguments: names of a [Wire], a [Wire.Contender] and a [Workload], port of the server.
  public static void main(String[] args) throws IOException {
    Wire wire = Wire.valueOf(args[0]);
    Workload workload = Workload.valueOf(args[2]);
    Wire.Contender contender = Wire.Contender.valueOf(args[1]);
    BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    try (LoopContender loop = wire.open(contender, Integer.parseInt(args[3]), workload.streams())) {
      workload.measureInTurns(loop, wire.model(workload), turns);
    }
    // A client may have left threads that never end.
    Runtime.getRuntime().halt(0);
  }
}
