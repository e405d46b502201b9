/// What recordings of stall runs say together: one value,
/// [StallStudy][dev.toolwire.lab.study.StallStudy], from which the terminal, the CSV and the HTML
/// report are written. Computed here and nowhere else, by pure functions; what the figures mean is
/// defined in `docs/stall-metrics.md`.
@NullMarked
package dev.toolwire.lab.study;

import org.jspecify.annotations.NullMarked;
