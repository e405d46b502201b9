/// The conversation of [dev.toolwire.bench.loop] over every wire, beside the official SDKs. Start
/// at [WiresBench], which prints the tables.
@NullMarked
package dev.toolwire.bench.wires;

import org.jspecify.annotations.NullMarked;
