// The loop of a program that uses one of Anthropic's SDKs directly, streaming or not, and the loop
// that the SDK brings along.
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { TOOLS } from "./tools.js";

const MOST_ROUNDS = 8;
const MAX_TOKENS = 64_000;

const tools = Object.entries(TOOLS).map(([name, { description, schema }]) => ({
  name,
  description,
  input_schema: schema,
}));

/** What is asked first. */
export const question = (model, text) => ({
  model,
  max_tokens: MAX_TOKENS,
  messages: [{ role: "user", content: text }],
  tools,
});

/** The ways to have one turn: the SDK's `messages` and a request make a message. */
export const TURNS = {
  create: (messages, request) => messages.create(request),
  "create, streamed": async (messages, request) =>
    folded(await messages.create({ ...request, stream: true })),
  stream: (messages, request) => messages.stream(request).finalMessage(),
};

/** What the events of a stream come to, for a program that looks at them itself. */
export async function folded(events) {
  let message;
  const inputs = [];
  for await (const event of events) {
    const { type, index, delta } = event;
    if (type === "message_start") message = event.message;
    if (type === "content_block_start") message.content[index] = event.content_block;
    if (delta?.type === "text_delta") message.content[index].text += delta.text;
    if (delta?.type === "input_json_delta") {
      inputs[index] = (inputs[index] ?? "") + delta.partial_json;
    }
    if (type === "content_block_stop" && inputs[index]) {
      message.content[index].input = JSON.parse(inputs[index]);
    }
    if (type === "message_delta") {
      Object.assign(message, delta);
      Object.assign(message.usage, event.usage);
    }
  }
  return message;
}

/** Asks until no tool is asked for. */
export async function talk(messages, turn, model, text) {
  const request = question(model, text);
  const turns = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const message = await turn(messages, request);
    turns.push(said(message));
    if (message.stop_reason !== "tool_use") return { turns, answer: turns.at(-1).text };
    request.messages.push({ role: "assistant", content: message.content });
    const uses = message.content.filter(({ type }) => type === "tool_use");
    request.messages.push({ role: "user", content: uses.map(run) });
  }
  throw new Error(`the model still asks for tools after ${MOST_ROUNDS} rounds`);
}

function run({ id, name, input }) {
  const result = { type: "tool_result", tool_use_id: id };
  try {
    return { ...result, content: JSON.stringify(TOOLS[name].run(input)) };
  } catch (failure) {
    return { ...result, content: failure.message, is_error: true };
  }
}

/** The same with the SDK's own loop, which runs the tools and tells the model of their errors. */
export async function runTools(beta, stream, model, text) {
  const runner = beta.messages.toolRunner({
    ...question(model, text),
    tools: Object.entries(TOOLS).map(([name, { description, schema, run }]) =>
      betaTool({ name, description, inputSchema: schema, run: async (input) => JSON.stringify(run(input)) }),
    ),
    max_iterations: MOST_ROUNDS,
    stream,
  });
  const turns = [];
  for await (const turn of runner) turns.push(said(stream ? await turn.finalMessage() : turn));
  return { turns, answer: turns.at(-1).text };
}

const said = ({ content }) => ({
  text: content.flatMap(({ text }) => text ?? []).join(""),
  calls: content.filter(({ type }) => type === "tool_use"),
});
