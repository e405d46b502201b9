/// The SDKs for Java of AWS, Anthropic and OpenAI, and LangChain4j, as strangers at the simulator's
/// doors: their requests, signatures, frames and errors are their own, and nothing here knows
/// Toolwire but the server they are pointed at.
///
/// Start at [dev.toolwire.conformance.ConversationTest] for AWS, whose clients
/// [dev.toolwire.conformance.SdkClient] lists, at [dev.toolwire.conformance.AnthropicTest], at
/// [dev.toolwire.conformance.OpenAiTest] and at [dev.toolwire.conformance.LangChain4jTest]. The
/// JavaScript clients are in `conformance/js`.
@NullMarked
package dev.toolwire.conformance;

import org.jspecify.annotations.NullMarked;
