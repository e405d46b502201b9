/// Anthropic Messages, both sides.
///
/// A client starts at [MessagesCodec][dev.toolwire.wire.messages.MessagesCodec], a server at
/// [MessagesServerCodec][dev.toolwire.wire.messages.MessagesServerCodec]. What the service would
/// refuse, [MessagesRequestRules][dev.toolwire.wire.messages.MessagesRequestRules] refuse. The
/// lines that a streamed answer travels in are in the package `sse`; credentials, sockets and
/// clocks are elsewhere.
///
/// What the neutral vocabulary has no word for is kept: members as `extra`, blocks as `Opaque`,
/// events as `Unrecognized`.
///
/// @see <a href="https://platform.claude.com/docs/en/api/messages">Messages in the API
///   reference</a>
@NullMarked
package dev.toolwire.wire.messages;

import org.jspecify.annotations.NullMarked;
