/// Loops of contenders that are all warm, in short turns one after the other: ratios that neither a
/// compiler still at work nor a busy neighbour bends. Start at [PairsBench], which prints the
/// tables.
@NullMarked
package dev.toolwire.bench.pairs;

import org.jspecify.annotations.NullMarked;
