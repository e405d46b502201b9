/// Has models write tool inputs in different ways, and watches.
///
/// A [Strategy][dev.toolwire.lab.strategy.Strategy] is a way to ask for a tool input;
/// [StallCampaign][dev.toolwire.lab.strategy.StallCampaign] asks by all that a plan names and
/// writes the recording; [SimulatedRoute][dev.toolwire.lab.strategy.SimulatedRoute]s stall by rule,
/// so that what is measured can be held against what is known. This is the one room of the stall
/// instrument that opens connections and reads clocks.
@NullMarked
package dev.toolwire.lab.strategy;

import org.jspecify.annotations.NullMarked;
