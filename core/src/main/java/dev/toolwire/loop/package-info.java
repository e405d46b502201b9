/// The tool loop: asks a model, runs the tools it asks for, gives it the results, until it answers.
///
/// Start at [ToolLoop][dev.toolwire.loop.ToolLoop]; a [Run][dev.toolwire.loop.Run] is pulled for
/// [events][dev.toolwire.loop.LoopEvent] and ends in an [Outcome][dev.toolwire.loop.Outcome].
/// Inside a run, one [Step] follows another in the caller's thread, and everything that is worth
/// keeping between two of them is a value, the [LoopState][dev.toolwire.loop.LoopState]. Time comes
/// in as a ticker and as alarms; nothing in here knows a wire.
@NullMarked
package dev.toolwire.loop;

import org.jspecify.annotations.NullMarked;
