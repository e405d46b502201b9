/// Amazon Bedrock's Converse and ConverseStream, both sides of the wire.
///
/// The server's side checks a request with
/// [ConverseRequestRules][dev.toolwire.wire.converse.ConverseRequestRules] before it reads it.
@NullMarked
package dev.toolwire.wire.converse;

import org.jspecify.annotations.NullMarked;
