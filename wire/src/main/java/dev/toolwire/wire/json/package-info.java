/// JSON as peers write it: what is read of it member by member, with the place in every error; what
/// is written straight into bytes; and what of it is kept for the wire that it came from.
///
/// For the codecs only, which all build on it. Start at
/// [WireObject][dev.toolwire.wire.json.WireObject].
@NullMarked
package dev.toolwire.wire.json;

import org.jspecify.annotations.NullMarked;
