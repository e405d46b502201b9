package dev.toolwire.lab.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RecordingReader;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StallCampaignTest {

  private static final StallPlan PLAN =
      new StallPlan(
          List.of(
              new StallPlan.Route("simulator:m", "converse"),
              new StallPlan.Route("simulator:m", "converse-chunked")),
          List.of(Shape.ONE, Shape.TENTHS),
          List.of(500, 1_000),
          3,
          42);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("stall.jsonl");
  }

  @Test
  void everyRunIsPairedWithItsControlInAnOrderThatTheSeedGives() {
    List<RunLabel> labels = StallCampaign.labels(PLAN);

    assertThat(labels).hasSize(2 * (2 * 2 * 3 + 2 * 3)).doesNotHaveDuplicates();
    for (int i = 0; i < labels.size(); i += 2) {
      assertThat(labels.get(i).paired()).isEqualTo(labels.get(i + 1).paired());
    }
    assertThat(labels).isEqualTo(StallCampaign.labels(PLAN));
    assertThat(labels.stream().map(RunLabel::size).toList())
        .isNotEqualTo(labels.stream().map(RunLabel::size).sorted().toList());
  }

  @Test
  void aCampaignThatWasStoppedGoesOnWithWhatIsLeft() {
    AtomicInteger asked = new AtomicInteger();
    StallCampaign begun = StallCampaign.begin(file, PLAN);
    Thread caller = Thread.currentThread();

    boolean all =
        begun.run(
            label -> {
              if (asked.incrementAndGet() == 5) {
                caller.interrupt();
              }
              return run(label, Ending.ANSWERED);
            },
            1,
            (_, _, _) -> {});
    StallCampaign rest = StallCampaign.resume(file);

    assertThat(all).isFalse();
    assertThat(rest.plan()).isEqualTo(PLAN);
    assertThat(rest.beginning().done()).isBetween(4, 5);
    assertThat(rest.run(label -> run(label, Ending.ANSWERED), 4, (_, _, _) -> {})).isTrue();
    assertThat(recorded()).hasSize(36).doesNotHaveDuplicates();
    assertThat(StallCampaign.resume(file).labels()).isEmpty();
  }

  @Test
  void whatWasRefusedIsDoneAgain() {
    StallCampaign.begin(file, PLAN)
        .run(
            label -> run(label, label.repeat() == 1 ? Ending.REFUSED : Ending.BROKEN),
            1,
            (_, _, _) -> {});

    assertThat(StallCampaign.resume(file).labels())
        .hasSize(12)
        .allSatisfy(label -> assertThat(label.repeat()).isEqualTo(1));
  }

  @Test
  void aRecordingIsNotBegunTwiceNorResumedOutOfNothing() {
    assertThatThrownBy(() -> StallCampaign.resume(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + " holds no campaign to go on with");

    StallCampaign.begin(file, PLAN).run(label -> run(label, Ending.ANSWERED), 1, (_, _, _) -> {});

    assertThatThrownBy(() -> StallCampaign.begin(file, PLAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + " holds a recording; go on with it by --resume, or name another place");
  }

  private List<RunLabel> recorded() {
    List<RunLabel> labels = new ArrayList<>();
    RecordingReader.read(file, run -> labels.add(run.label()));
    return labels;
  }

  private static RecordedRun run(RunLabel label, Ending ending) {
    Timeline timeline =
        Timeline.of(
            List.of(
                Moment.at(Moment.Kind.SENT, 0, -1, 0),
                Moment.at(Moment.Kind.COMPLETED, 1_000_000_000, -1, 0)));
    return new RecordedRun(label, Instant.EPOCH, timeline, ending, "");
  }
}
