package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;
import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Repetition;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.study.Source;
import dev.toolwire.lab.study.StallStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What was done, what the words mean, and how to do it again.
final class Method {

  private Method() {}

  static Html content(StallStudy study, String command) {
    List<Html> parts = new ArrayList<>();
    parts.add(tag("h3", "What was done"));
    parts.add(
        tag(
            "p",
            "Each run asks a model to write a text of a given size into a file by calling a tool."
                + " A paired control asks the same model for as much plain text. Runs come in a"
                + " seeded random order. Every byte is stamped when it is read from the network,"
                + " before any decoding, by a monotonic clock. A run during which the measuring"
                + " machine did not keep time, so that a silence may have been its own, is mistimed:"
                + " it is counted, and left out of every figure."));
    parts.add(sources(study.sources()).html());
    parts.add(tag("h3", "What the words mean"));
    parts.add(definitions());
    parts.add(tag("h3", "How the verdict is reached"));
    parts.add(
        tag(
            "p",
            "From the intervals, never from a point. A behaviour is possible as long as, for every"
                + " way of dividing the input into parameters, the interval of the buffer ratio"
                + " reaches into its range. If several or none remain, or if more than one run in"
                + " ten is off the line, the verdict is inconclusive, and says why. Intervals are"
                + " percentile bootstraps by run: "
                + Figures.count(study.bootstrap().resamples())
                + " resamples, seed "
                + study.bootstrap().seed()
                + "."));
    parts.add(Repetition.by(command));
    return Html.all(parts);
  }

  private static Html definitions() {
    return tag(
        "dl",
        tag("dt", "Silence"),
        tag(
            "dd",
            text("The longest time without a byte of the input while its block is open, "),
            tag("code", "max_gap"),
            text(".")),
        tag("dt", "Fully buffered"),
        tag("dd", "Nothing comes until all of the input is written."),
        tag("dt", "Per parameter"),
        tag("dd", "Each parameter comes when it is complete."),
        tag("dt", "Streamed"),
        tag("dd", "The input comes as it is written, like text."),
        tag("dt", "Inconclusive"),
        tag("dd", "The runs leave more than one of these open, or none."),
        tag("dt", "What an idle timeout sees"),
        tag(
            "dd",
            text("The longest time without any byte from the peer, "),
            tag("code", "max_gap_bytes"),
            text(".")));
  }

  private static Table sources(List<Source> sources) {
    Table table =
        Table.captioned("Recordings", "Recording", "Sizes", "Shapes")
            .figures("Repeats", "Seed", "Runs finished", "Begun and not finished");
    for (Source source : sources) {
      table =
          table.row(
              source.name(),
              source.plan().map(Method::sizes).orElse("not said"),
              source.plan().map(Method::shapes).orElse("not said"),
              source.plan().map(plan -> Figures.count(plan.repeats())).orElse("–"),
              source.plan().map(plan -> String.valueOf(plan.seed())).orElse("–"),
              Figures.count(source.runs()),
              Figures.count(source.unfinished()));
    }
    return table;
  }

  private static String sizes(StallPlan plan) {
    return plan.sizes().stream().map(Figures::count).collect(Collectors.joining("; "));
  }

  private static String shapes(StallPlan plan) {
    return plan.shapes().stream().map(Words::shape).collect(Collectors.joining(", "));
  }
}
