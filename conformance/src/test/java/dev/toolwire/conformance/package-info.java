/// The AWS SDK for Java as a stranger at the simulator's door: its requests, signatures, frames and
/// errors are its own, and nothing here knows Toolwire but the server it is pointed at.
///
/// Start at [dev.toolwire.conformance.ConversationTest]; [dev.toolwire.conformance.SdkClient] lists
/// the clients. The JavaScript clients are in `conformance/js`.
@NullMarked
package dev.toolwire.conformance;

import org.jspecify.annotations.NullMarked;
