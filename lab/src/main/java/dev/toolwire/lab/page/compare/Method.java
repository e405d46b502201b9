package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.tag;
import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Repetition;
import dev.toolwire.lab.stats.Comparison;

/// What the words mean, and how to do it again.
final class Method {

  private Method() {}

  static Html content(Comparison comparison, String command) {
    return Html.all(
        tag(
            "p",
            "Every run is recorded as it happens and judged afterwards by one pure function from"
                + " the recording: the same recording always gets the same verdict. Where something"
                + " else than the model broke, such as the network or the provider, a run is"
                + " unjudged and counts for nobody."),
        definitions(),
        Repetition.by(command));
  }

  private static Html definitions() {
    return tag(
        "dl",
        tag("dt", "Passed"),
        tag(
            "dd",
            "Every required call, with arguments that match, nothing that was forbidden, and the"
                + " right answer."),
        tag("dt", "Flawed"),
        tag(
            "dd",
            "Passed, though a call had to be rescued or repaired, or was needless, repeated,"
                + " premature or invalid."),
        tag("dt", "Valid calls"),
        tag("dd", "Calls whose input fitted its schema as the model first wrote it."),
        tag("dt", "Rescued"),
        tag("dd", "The model wrote the call into its text, where it was found and run."),
        tag("dt", "Repaired"),
        tag("dd", "The input of the call did not fit its schema and had exactly one repair."),
        tag("dt", "Usable when prompted"),
        tag(
            "dd",
            "The model has no tools of its own; told of them by a prompt, it passes at least"
                + " once."),
        tag("dt", "pass^k"),
        tag(
            "dd",
            text(
                "How likely it is that k trials of a scenario all pass: C(c, k) ÷ C(n, k), averaged"
                    + " over scenarios.")),
        tag("dt", "Interval"),
        tag("dd", "The 95% interval of Wilson for the share behind what was seen."));
  }
}
