package dev.toolwire.lab.strategy;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.lab.campaign.Campaign;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.recording.Watch;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.strategy.Strategy.Manner;
import dev.toolwire.loop.Clocks;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.Route;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.prompted.PromptedTools;
import dev.toolwire.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Does one run: asks a model to write, through the same loop that applications use, and watches
/// what comes and when. Safe for use by many threads.
///
/// @param reaches the way to each model
/// @param pieceSize characters of a piece, where a text is written in several calls
/// @param spectator is told of every moment as it is noted, in the thread of its run
/// @param timekeeping whether this machine kept time while a run went on
public record StallRunner(
    Reach.Finder reaches,
    int pieceSize,
    BiConsumer<RunLabel, Moment> spectator,
    Timekeeping timekeeping)
    implements Campaign.Work<RunLabel, RecordedRun> {

  /// Characters of a piece unless said otherwise.
  public static final int PIECE_SIZE = 2_000;

  /// What is to be measured must not be cut short by who measures.
  private static final Clocks CLOCKS =
      Clocks.DEFAULTS
          .withToolInputSilence(Duration.ofMinutes(30))
          .withBetweenEvents(Duration.ofMinutes(10));

  private static final int SPARE_ROUNDS = 3;
  private static final int REHEARSALS = 6;
  private static final int REHEARSED_SIZE = 64;

  /// How a run ended, and what there is to say about it.
  private record End(Ending ending, String words) {

    static End answered() {
      return new End(Ending.ANSWERED, "");
    }

    static End damaged(String words) {
      return new End(Ending.DAMAGED, words);
    }
  }

  /// Asks simulated models by these strategies and throws away what comes of it, so that this
  /// process has loaded and compiled what it measures with before it does.
  public static void rehearse(Collection<Strategy> strategies) throws InterruptedException {
    try (SimulatedReaches simulated = new SimulatedReaches(1)) {
      StallRunner runner =
          new StallRunner(simulated, PIECE_SIZE, (_, _) -> {}, Timekeeping.TRUSTED);
      String model = SimulatedReaches.PREFIX + SimulatedRoute.STREAMED.model();
      for (int repeat = 1; repeat <= REHEARSALS; repeat++) {
        for (Strategy strategy : strategies) {
          RunLabel label =
              new RunLabel(strategy.word(), model, Shape.ONE, REHEARSED_SIZE, repeat, false);
          runner.run(repeat % 2 == 0 ? label.paired() : label);
        }
      }
    }
  }

  /// The same, with somebody who looks on.
  public StallRunner watchedBy(BiConsumer<RunLabel, Moment> spectator) {
    return new StallRunner(reaches, pieceSize, spectator, timekeeping);
  }

  @Override
  public RecordedRun run(RunLabel label) throws InterruptedException {
    Strategy strategy = Strategy.named(label.strategy());
    Manner manner = label.control() ? Manner.PLAIN : strategy.manner();
    Instant began = InstantSource.system().instant();
    Watch watch = new Watch(Ticker.SYSTEM, moment -> spectator.accept(label, moment));
    Reach reach = reaches.find(label.model(), strategy);
    WritingOrder order = new WritingOrder(label, manner, pieceSize);
    ToolLoop loop =
        ToolLoop.with(watched(watch, reach, manner))
            .tools(order.tools(new AtomicLong()))
            .limits(Limits.DEFAULTS.withRounds(order.pieces() + SPARE_ROUNDS))
            .clocks(CLOCKS);
    long start = System.nanoTime();
    try (Run run = loop.start(order.request(reach.model()))) {
      End end = timed(end(run, order), timekeeping.lateness(start, System.nanoTime()));
      return new RecordedRun(label, began, watch.timeline(), end.ending(), end.words());
    }
  }

  private static Model watched(Watch watch, Reach reach, Manner manner) {
    Provider provider =
        reach
            .provider()
            .withLosses(manner == Manner.EAGER ? LossPolicy.forbid() : LossPolicy.log());
    Model model = provider.over(watch.transport(reach.transport()));
    return manner == Manner.PROMPTED
        ? PromptedTools.always(
            watch.promptedModel(model),
            id -> ModelCatalogue.builtIn().profile(id, Route.CONVERSE),
            LossPolicy.log())
        : watch.model(model);
  }

  /// A text in one call is there with the first answer; what the model would say after the result
  /// is of no interest, and would have to be paid for.
  private static End end(Run run, WritingOrder order) throws InterruptedException {
    for (LoopEvent event : run) {
      if (event instanceof LoopEvent.ReplyReceived(_, Reply reply) && order.pieces() == 1) {
        return order.label().control() ? endOfText(reply) : endOfCall(reply);
      }
    }
    return switch (run.outcome()) {
      case Outcome.Answered answered -> answered.calls() == 0 ? noCall() : End.answered();
      case Outcome.Failed(ModelException cause, _, _) -> failed(cause);
      case Outcome.Limited limited -> End.damaged("ended by the limit of " + limited.limit());
      case Outcome.Stopped stopped -> End.damaged("the model stopped: " + stopped.reason());
      case Outcome.Cancelled _ -> throw new InterruptedException("the campaign was stopped");
      case Outcome.Paused _ -> throw new IllegalStateException("a tool without approval waits");
    };
  }

  /// A run that broke off or was refused says so however late it was.
  private static End timed(End end, Duration late) {
    boolean answered = end.ending() == Ending.ANSWERED || end.ending() == Ending.DAMAGED;
    return !answered || late.isZero()
        ? end
        : new End(
            Ending.MISTIMED,
            "this machine woke "
                + late.toMillis()
                + " ms late meanwhile, so that a silence may have been its own");
  }

  private static End noCall() {
    return End.damaged("the model called no tool");
  }

  private static End endOfText(Reply reply) {
    return reply.stopReason() == StopReason.Known.MAX_TOKENS
        ? End.damaged("the text was cut by max_tokens")
        : End.answered();
  }

  private static End endOfCall(Reply reply) {
    List<ToolUse> calls = reply.toolUses();
    if (calls.isEmpty()) {
      return noCall();
    }
    return switch (calls.getFirst().input()) {
      case ToolInput.Parsed _ -> End.answered();
      case ToolInput.Malformed malformed ->
          End.damaged("the input is no JSON: " + malformed.problem());
      case ToolInput.Truncated _ -> End.damaged("the input was cut: " + reply.stopReason());
    };
  }

  private static End failed(ModelException cause) {
    boolean refused =
        switch (cause) {
          case ProviderException answer -> answer.fault().status() != 0;
          case UnsupportedOnWireException _ -> true;
          default -> false;
        };
    return new End(refused ? Ending.REFUSED : Ending.BROKEN, String.valueOf(cause.getMessage()));
  }
}
