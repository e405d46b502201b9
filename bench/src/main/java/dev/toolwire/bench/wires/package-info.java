/// The same conversation as [dev.toolwire.bench.loop] over Anthropic Messages and OpenAI Chat
/// Completions, beside the official SDKs. Start at [WiresBench], which prints the tables.
@NullMarked
package dev.toolwire.bench.wires;

import org.jspecify.annotations.NullMarked;
