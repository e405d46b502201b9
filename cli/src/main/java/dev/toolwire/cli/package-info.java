/// The `toolwire` command: what a person types, turned into calls of the library, and its answers
/// into lines on a terminal.
///
/// Start at [dev.toolwire.cli.ToolwireCommand]. Nothing here is needed by a program that uses the
/// library; whatever such a program could want belongs in a room above.
@NullMarked
package dev.toolwire.cli;

import org.jspecify.annotations.NullMarked;
