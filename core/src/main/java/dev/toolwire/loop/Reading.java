package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.MessageFold;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.rescue.Provenance;
import java.time.Duration;
import java.util.List;

/// Reads one answer of the model, event by event, minding the clocks.
final class Reading implements Step {

  private final Run run;
  private final ModelStream stream;
  private final SilenceWatch watch;
  private final MessageFold fold = new MessageFold();
  private final EarlyCalls early;
  private final GrowingInputs growing;
  private long now;
  private Duration patience = Duration.ZERO;

  Reading(Run run, ModelStream stream, long askedAt) {
    this.run = run;
    this.stream = stream;
    this.early = new EarlyCalls(run, fold);
    this.growing = new GrowingInputs(run);
    this.watch = new SilenceWatch(run.loop().clocks(), run.round(), askedAt);
    this.now = askedAt;
  }

  @Override
  public Step advance() {
    return switch (stream.next(patience())) {
      case Arrival.Event arrival -> take(arrival);
      case Arrival.Nothing _ -> quiet();
      case Arrival.End _ -> complete();
    };
  }

  private Duration patience() {
    long nanos = Math.min(watch.patience(now), Math.max(1, run.timeLeft(now)));
    if (patience.toNanos() != nanos) {
      patience = Duration.ofNanos(nanos);
    }
    return patience;
  }

  private Step take(Arrival.Event arrival) {
    now = arrival.lastByteNanos();
    fold.accept(arrival.event());
    watch.heard(arrival);
    run.emit(new LoopEvent.ModelEvent(run.round(), arrival));
    if (arrival.event() instanceof StreamEvent.ToolUseStart start) {
      Provenance.in(start.extra())
          .ifPresent(from ->
              run.emit(new LoopEvent.CallRescued(run.round(), start.id(), start.name(), from)));
    }
    if (run.loop().tellsGrowth()) {
      growing.heard(arrival.event());
    }
    if (watch.toolInputBytes() > run.loop().limits().toolInputBytes()) {
      return run.limited(Limits.Name.TOOL_INPUT_BYTES, uncommitted());
    }
    early.heard(arrival.event());
    return inTime();
  }

  private Step quiet() {
    now = run.now();
    Step next = inTime();
    if (next == this) {
      watch.quiet(now).ifPresent(run::emit);
    }
    return next;
  }

  private Step inTime() {
    return run.timeLeft(now) > 0 ? this : run.limited(Limits.Name.TOTAL_TIME, uncommitted());
  }

  private Step complete() {
    Reply reply = fold.reply();
    stream.close();
    run.update(run.state().withSpent(run.state().spent().plusUsage(reply.usage())));
    run.emit(new LoopEvent.ReplyReceived(run.round(), reply));
    return Verdict.on(run, reply, early.bench());
  }

  @Override
  public List<ContentBlock> uncommitted() {
    return fold.soFar();
  }

  @Override
  public List<ToolUse> unfinished() {
    return early.bench().started();
  }

  @Override
  public void abort() {
    early.bench().abort();
    stream.close();
  }
}
