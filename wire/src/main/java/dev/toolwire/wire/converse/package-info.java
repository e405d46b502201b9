/// The Converse and ConverseStream wire of Amazon Bedrock, both sides.
///
/// A client starts at [ConverseCodec][dev.toolwire.wire.converse.ConverseCodec], a server at
/// [ConverseServerCodec][dev.toolwire.wire.converse.ConverseServerCodec] and
/// [ConversePath][dev.toolwire.wire.converse.ConversePath]; what the service would refuse,
/// [ConverseRequestRules][dev.toolwire.wire.converse.ConverseRequestRules] refuse. The frames that
/// a streamed answer travels in are in the package `eventstream`; credentials, sockets and clocks
/// are elsewhere.
///
/// The words are those of the service's own model, `bedrock-runtime` 2023-09-30. What the neutral
/// vocabulary has no word for is kept: members as `extra`, blocks as `Opaque`, events as
/// `Unrecognized`.
///
/// @see <a
///   href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">
///   Converse in the Bedrock API reference</a>
@NullMarked
package dev.toolwire.wire.converse;

import org.jspecify.annotations.NullMarked;
