/// How long a person waits for an answer from a process that has just been started. Start at
/// [StartBench][dev.toolwire.bench.start.StartBench].
@NullMarked
package dev.toolwire.bench.start;

import org.jspecify.annotations.NullMarked;
