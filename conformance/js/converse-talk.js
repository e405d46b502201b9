// The loop of a program that uses the AWS SDK directly, streaming or not.
import { ConverseCommand, ConverseStreamCommand } from "@aws-sdk/client-bedrock-runtime";
import { TOOLS } from "./tools.js";

const MOST_ROUNDS = 8;

export const TOOL_CONFIG = {
  tools: Object.entries(TOOLS).map(([name, { description, schema }]) => ({
    toolSpec: { name, description, inputSchema: { json: schema } },
  })),
};

/** One turn, not streamed. */
export async function converse(client, input) {
  const { output, stopReason } = await client.send(new ConverseCommand(input));
  return { message: output.message, stopReason };
}

/** One turn, put together from its events. */
export async function converseStream(client, input) {
  const { stream } = await client.send(new ConverseStreamCommand(input));
  const blocks = [];
  let stopReason;
  for await (const event of stream) {
    const { contentBlockStart: start, contentBlockDelta: delta, contentBlockStop: stop } = event;
    if (start) blocks[start.contentBlockIndex] = { toolUse: { ...start.start.toolUse, input: "" } };
    if (delta) append(blocks, delta);
    const whole = stop && blocks[stop.contentBlockIndex].toolUse;
    if (whole) whole.input = JSON.parse(whole.input);
    stopReason ??= event.messageStop?.stopReason;
  }
  return { message: { role: "assistant", content: blocks }, stopReason };
}

function append(blocks, { contentBlockIndex, delta }) {
  const block = (blocks[contentBlockIndex] ??= { text: "" });
  if (block.toolUse) block.toolUse.input += delta.toolUse.input;
  else block.text += delta.text;
}

/** Asks until no tool is asked for: what the model said by turn, its last words, and all messages. */
export async function talk(client, turn, modelId, question) {
  const messages = [{ role: "user", content: [{ text: question }] }];
  const turns = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const input = { modelId, messages, toolConfig: TOOL_CONFIG };
    const { message, stopReason } = await turn(client, input);
    messages.push(message);
    turns.push(said(message));
    if (stopReason !== "tool_use") return { messages, turns, answer: turns.at(-1).text };
    const uses = message.content.flatMap(({ toolUse }) => toolUse ?? []);
    messages.push({ role: "user", content: uses.map((use) => ({ toolResult: run(use) })) });
  }
  throw new Error(`the model still asks for tools after ${MOST_ROUNDS} rounds`);
}

const said = ({ content }) => ({
  text: content.flatMap(({ text }) => text ?? []).join(""),
  calls: content.flatMap(({ toolUse }) => toolUse ?? []),
});

function run({ toolUseId, name, input }) {
  try {
    return { toolUseId, content: [{ json: TOOLS[name].run(input) }] };
  } catch (failure) {
    return { toolUseId, content: [{ text: failure.message }], status: "error" };
  }
}
