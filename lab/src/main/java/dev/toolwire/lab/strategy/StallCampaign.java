package dev.toolwire.lab.strategy;

import dev.toolwire.lab.campaign.Campaign;
import dev.toolwire.lab.campaign.Progress;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.Recording;
import dev.toolwire.lab.recording.RecordingFile;
import dev.toolwire.lab.recording.RecordingReader;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.strategy.Strategy.Manner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// The runs of a plan, and the recording that they go into as they finish.
///
/// A run and its text control follow each other, in an order that chance gives, so that what
/// changes with the time of day meets both; the pairs are in random order. Immutable.
public final class StallCampaign {

  /// What a run costs besides its characters, in characters.
  private static final double START = 200;

  private final Path file;
  private final StallPlan plan;
  private final boolean isNew;
  private final Campaign<RunLabel> campaign;

  private StallCampaign(Path file, StallPlan plan, boolean isNew, Set<RunLabel> done) {
    this.file = file;
    this.plan = plan;
    this.isNew = isNew;
    this.campaign =
        Campaign.of(labels(plan)).without(done::contains).weighing(label -> START + label.size());
  }

  /// A campaign that begins its recording.
  ///
  /// @throws IllegalArgumentException if there is one in `file` already
  public static StallCampaign begin(Path file, StallPlan plan) {
    Recording there = RecordingReader.read(file, _ -> {});
    if (there.plan().isPresent()) {
      throw new IllegalArgumentException(
          file + " holds a recording; go on with it by --resume, or name another place");
    }
    return new StallCampaign(file, plan, true, Set.of());
  }

  /// The campaign whose recording is in `file`, without the runs that are finished in it. Those
  /// that were refused are done again.
  ///
  /// @throws IllegalArgumentException if there is none
  public static StallCampaign resume(Path file) {
    Set<RunLabel> done = new HashSet<>();
    Recording there =
        RecordingReader.read(
            file,
            run -> {
              if (run.ending() != Ending.REFUSED) {
                done.add(run.label());
              }
            });
    StallPlan plan =
        there
            .plan()
            .orElseThrow(
                () -> new IllegalArgumentException(file + " holds no campaign to go on with"));
    return new StallCampaign(file, plan, false, done);
  }

  public StallPlan plan() {
    return plan;
  }

  /// The runs that are left.
  public List<RunLabel> labels() {
    return campaign.tasks();
  }

  /// How far it is before it begins.
  public Progress beginning() {
    return campaign.beginning();
  }

  /// Does the runs that are left and records each as it finishes, in the calling thread, whose
  /// interrupt stops the campaign and keeps what is done.
  ///
  /// @param atOnce how many runs at once
  /// @param listener is told of each run when it is kept
  /// @return whether all were done
  /// @throws java.io.UncheckedIOException if the recording cannot be written, or another campaign
  ///   is writing it
  public boolean run(
      Campaign.Work<RunLabel, RecordedRun> runner,
      int atOnce,
      Campaign.Results<RunLabel, RecordedRun> listener) {
    try (RecordingFile recording = RecordingFile.append(file)) {
      if (isNew) {
        recording.begin(plan);
      }
      return campaign
          .atMost(atOnce)
          .run(
              runner,
              (label, run, progress) -> {
                recording.append(run);
                listener.finished(label, run, progress);
              });
    }
  }

  /// Every run of `plan` and its control.
  static List<RunLabel> labels(StallPlan plan) {
    List<RunLabel> runs = new ArrayList<>();
    for (StallPlan.Route route : plan.routes()) {
      for (Shape shape : shapes(plan, Strategy.named(route.strategy()))) {
        for (int size : plan.sizes()) {
          for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
            runs.add(new RunLabel(route.strategy(), route.model(), shape, size, repeat, false));
          }
        }
      }
    }
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<RunLabel> labels = new ArrayList<>();
    for (RunLabel run : Campaign.of(runs).inRandomOrder(plan.seed()).tasks()) {
      List<RunLabel> pair = List.of(run, run.paired());
      labels.addAll(random.nextBoolean() ? pair : pair.reversed());
    }
    return labels;
  }

  /// How an input is divided makes no difference to text, nor to pieces of a fixed size.
  private static List<Shape> shapes(StallPlan plan, Strategy strategy) {
    return strategy.manner() == Manner.CHUNKED || strategy.manner() == Manner.PROMPTED
        ? plan.shapes().subList(0, 1)
        : plan.shapes();
  }
}
