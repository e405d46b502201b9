/// Many verdicts in few figures. Start at [Comparison][dev.toolwire.lab.stats.Comparison], which is
/// what every report of a comparison is written from.
///
/// All functions are pure; the formulas stand in `docs/judgement.md`.
@NullMarked
package dev.toolwire.lab.stats;

import org.jspecify.annotations.NullMarked;
