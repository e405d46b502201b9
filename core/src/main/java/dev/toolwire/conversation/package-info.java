/// What was said: messages, their content blocks, and the conversation that cannot be wrong.
///
/// The words are those of Amazon Bedrock's Converse, the richest of the three wires. Start at
/// [Conversation][dev.toolwire.conversation.Conversation]. Everything in here is an immutable
/// value; nothing in here knows a wire, a model or a tool.
@NullMarked
package dev.toolwire.conversation;

import org.jspecify.annotations.NullMarked;
