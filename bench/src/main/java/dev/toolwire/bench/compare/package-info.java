/// A large comparison on the simulator: how many runs a second, in how much memory, and what it
/// costs to keep them.
@NullMarked
package dev.toolwire.bench.compare;

import org.jspecify.annotations.NullMarked;
