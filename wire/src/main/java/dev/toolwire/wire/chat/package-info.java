/// OpenAI Chat Completions, both sides, whole and as Server-Sent Events.
///
/// Start at [ChatCodec][dev.toolwire.wire.chat.ChatCodec] for the client's side and at
/// [ChatServerCodec][dev.toolwire.wire.chat.ChatServerCodec] for the server's. What is written is
/// what OpenAI documents; what is read is also what the many compatible servers make of it.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
@NullMarked
package dev.toolwire.wire.chat;

import org.jspecify.annotations.NullMarked;
