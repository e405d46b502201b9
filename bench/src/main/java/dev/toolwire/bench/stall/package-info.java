/// What the instrument for stalls costs, and how exact it is.
@NullMarked
package dev.toolwire.bench.stall;

import org.jspecify.annotations.NullMarked;
