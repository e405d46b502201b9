package dev.toolwire.bench;

import dev.toolwire.bench.http.HttpClientBench;
import dev.toolwire.bench.loop.LoopBench;
import java.io.IOException;
import java.util.Arrays;

/// `make bench`: the loops, or with the argument `http` the HTTP clients.
public final class Bench {

  private Bench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals("http")) {
      HttpClientBench.main(Arrays.copyOfRange(args, 1, args.length));
    } else {
      LoopBench.main(args);
    }
  }
}
