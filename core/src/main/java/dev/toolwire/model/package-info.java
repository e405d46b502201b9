/// A model that can be called, and what passes between it and its caller: the request, the stream
/// of events, and the one fold that turns events into a reply.
///
/// Start at [Model][dev.toolwire.model.Model]. There is no socket in this room; providers and the
/// simulator implement it.
@NullMarked
package dev.toolwire.model;

import org.jspecify.annotations.NullMarked;
