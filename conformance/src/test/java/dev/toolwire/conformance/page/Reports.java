package dev.toolwire.conformance.page;

import dev.toolwire.lab.page.Page;
import dev.toolwire.lab.page.compare.ComparePage;
import dev.toolwire.lab.page.stall.StallPage;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.lab.study.StallStudy;
import java.util.ArrayList;
import java.util.List;

/// The reports that are looked at, each with a run opened where there are runs to open.
enum Reports {
  STALL(""),
  COMPARISON("#run?run=peppers-1/" + ComparedRuns.FLAKY + "/1"),
  TWO_RUNS(
      "#run?run=peppers-1/"
          + ComparedRuns.FLAKY
          + "/2&beside=peppers-1/"
          + ComparedRuns.HOSTILE
          + "/1");

  private final String fragment;

  Reports(String fragment) {
    this.fragment = fragment;
  }

  String fragment() {
    return fragment;
  }

  Page page() {
    return switch (this) {
      case STALL -> stall();
      case COMPARISON, TWO_RUNS -> comparison();
    };
  }

  private static Page stall() {
    StallRuns runs = new StallRuns(20261121);
    List<RecordedRun> all = new ArrayList<>();
    all.addAll(runs.route("converse", "simulator:m", Behaviour.FULLY_BUFFERED));
    all.addAll(runs.route("converse-eager", "simulator:m", Behaviour.STREAMED));
    all.addAll(runs.route("messages", "simulator:m", Behaviour.PER_PARAMETER));
    return StallPage.of(StallStudy.of("stall.jsonl", all), "toolwire stall --seed 1");
  }

  private static Page comparison() {
    List<String> models = List.of(ComparedRuns.GOOD, ComparedRuns.FLAKY, ComparedRuns.HOSTILE);
    return ComparePage.of(ComparedRuns.comparison(models, 4, 4), "toolwire compare");
  }
}
