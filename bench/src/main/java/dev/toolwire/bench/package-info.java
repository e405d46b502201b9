/// Measurements of whole processes side by side. Start at [Bench][dev.toolwire.bench.Bench].
@NullMarked
package dev.toolwire.bench;

import org.jspecify.annotations.NullMarked;
