/// What a tool-use conversation costs: the same canned answers over the real Converse wire, taken
/// by a hand-written program over a bare socket, by Toolwire and by the AWS SDK, each in a fresh
/// process of its own. Start at [LoopBench], which prints the table.
@NullMarked
package dev.toolwire.bench.loop;

import org.jspecify.annotations.NullMarked;
