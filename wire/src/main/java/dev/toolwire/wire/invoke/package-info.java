/// Bedrock's InvokeModel for Claude: the bodies of Messages, in the envelopes of Bedrock. Start at
/// [InvokeCodec][dev.toolwire.wire.invoke.InvokeCodec] for the client's side, at
/// [InvokeServerCodec][dev.toolwire.wire.invoke.InvokeServerCodec] for the server's.
@NullMarked
package dev.toolwire.wire.invoke;

import org.jspecify.annotations.NullMarked;
