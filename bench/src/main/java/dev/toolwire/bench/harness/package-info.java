/// What every measurement needs: a [Meter][dev.toolwire.bench.harness.Meter] of the own process,
/// [fresh processes][dev.toolwire.bench.harness.Rounds] for the contenders in alternation, and one
/// [table][dev.toolwire.bench.harness.FigureTable] of medians and ratios.
@NullMarked
package dev.toolwire.bench.harness;

import org.jspecify.annotations.NullMarked;
