/// The stall: how long a wire stays silent while a model writes the input of a tool, measured from
/// recorded timelines and judged with intervals.
///
/// Start at [Timeline][dev.toolwire.lab.stall.Timeline], what was seen and when;
/// [StallMetrics][dev.toolwire.lab.stall.StallMetrics] is what one of them says, and
/// [StallVerdict][dev.toolwire.lab.stall.StallVerdict] what many say together. The figures are
/// defined, with formulas and units, in `docs/stall-metrics.md`. Nothing in this room asks a model
/// or reads a clock.
@NullMarked
package dev.toolwire.lab.stall;

import org.jspecify.annotations.NullMarked;
