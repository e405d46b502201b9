/// Models that can be called over a network.
///
/// Start at [Provider][dev.toolwire.provider.Provider], which puts the pieces together: a codec and
/// a [Transport][dev.toolwire.wire.Transport] make a [WireModel][dev.toolwire.provider.WireModel];
/// signing is a step around the transport, retries and [quirks][dev.toolwire.quirk.Quirks] are
/// steps around the model.
@NullMarked
package dev.toolwire.provider;

import org.jspecify.annotations.NullMarked;
