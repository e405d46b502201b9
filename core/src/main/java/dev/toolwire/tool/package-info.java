/// Tools that a model may ask for: what they are told to be, what goes in, what comes out.
///
/// Start at [Tool][dev.toolwire.tool.Tool]; a [ToolSet][dev.toolwire.tool.ToolSet] is what an
/// application gives to a loop. Inputs are validated, and where that is safe repaired, before a
/// tool sees them. Nothing in here runs a tool; that is the loop's.
@NullMarked
package dev.toolwire.tool;

import org.jspecify.annotations.NullMarked;
