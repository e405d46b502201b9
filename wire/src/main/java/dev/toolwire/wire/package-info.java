/// What all wires share: a [Transport][dev.toolwire.wire.Transport] is a function from a request to
/// an [Exchange][dev.toolwire.wire.Exchange], from which the response is pulled part by part, each
/// stamped on arrival.
///
/// The codecs are in the packages below, one per wire. No sockets and no clock in this room: bytes
/// come in, events go out, and the other way round for the server's side.
@NullMarked
package dev.toolwire.wire;

import org.jspecify.annotations.NullMarked;
