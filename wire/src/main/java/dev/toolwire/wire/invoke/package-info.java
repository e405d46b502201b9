/// Bedrock's InvokeModel for Claude: the bodies of Messages, in the envelopes of Bedrock. Start at
/// [InvokeCodec][dev.toolwire.wire.invoke.InvokeCodec].
@NullMarked
package dev.toolwire.wire.invoke;

import org.jspecify.annotations.NullMarked;
