package dev.toolwire.lab.compare;

import dev.toolwire.lab.replay.Tape;
import dev.toolwire.lab.replay.TapeFile;
import dev.toolwire.lab.replay.TapePlayer;
import dev.toolwire.provider.RetryPolicy;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Entrants that only say again what was recorded, to whoever asks again what was asked. Nobody is
/// paid, and nobody waits. Safe for use by many threads.
public final class RecordedModels {

  private final TapeFile tapes;
  private final Map<String, String> refusals = new ConcurrentSkipListMap<>();

  public RecordedModels(TapeFile tapes) {
    this.tapes = tapes;
  }

  /// `entrant` as it was recorded.
  public Entrant of(Entrant entrant) {
    return entrant.at(entrant.provider().withRetries(RetryPolicy.NEVER)).over(this::line);
  }

  private Entrant.Wire line(PlannedRun run) {
    Tape tape =
        tapes
            .find(run.key())
            .orElseGet(() -> new Tape(run.key(), Instant.EPOCH, List.of(), Map.of()));
    TapePlayer player = new TapePlayer(tape);
    return new Entrant.Wire(noting(run.key(), player), player.ticker(), Optional.of(tape));
  }

  private Transport noting(String key, TapePlayer player) {
    return request -> {
      Exchange exchange = player.transport().open(request);
      player.refusal().ifPresent(why -> refusals.putIfAbsent(key, why));
      return exchange;
    };
  }

  /// Why runs could not be played as they were recorded, in the order of their keys; empty if all
  /// could.
  public List<String> refusals() {
    return List.copyOf(refusals.values());
  }
}
