// The loop of a program that uses OpenAI's SDK directly, streaming or not, and the loop that the
// SDK brings along.
import { TOOLS } from "./tools.js";

const MOST_ROUNDS = 8;

const tools = Object.entries(TOOLS).map(([name, { description, schema }]) => ({
  type: "function",
  function: { name, description, parameters: schema },
}));

/** What is asked first. */
export const question = (model, text) => ({
  model,
  messages: [{ role: "user", content: text }],
  tools,
});

/** The ways to have one turn: a client and a request make a completion. */
export const TURNS = {
  create: (client, request) => client.chat.completions.create(request),
  "create, streamed": async (client, request) =>
    folded(await client.chat.completions.create({ ...request, stream: true })),
  stream: (client, request) => client.chat.completions.stream(request).finalChatCompletion(),
};

/** What the chunks of a stream come to, for a program that looks at them itself. */
export async function folded(chunks) {
  const message = { role: "assistant", content: null };
  const choice = { message, finish_reason: null };
  const completion = { choices: [choice], usage: null };
  for await (const { choices, usage } of chunks) {
    if (usage) completion.usage = usage;
    for (const { delta, finish_reason } of choices) {
      choice.finish_reason ??= finish_reason;
      if (delta.content) message.content = (message.content ?? "") + delta.content;
      for (const call of delta.tool_calls ?? []) append((message.tool_calls ??= []), call);
    }
  }
  return completion;
}

function append(calls, { index, id, type, function: { name, arguments: piece } }) {
  calls[index] ??= { id, type, function: { name, arguments: "" } };
  calls[index].function.arguments += piece;
}

/** Asks until no tool is asked for. */
export async function talk(client, turn, model, text) {
  const request = question(model, text);
  const turns = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { message, finish_reason } = (await turn(client, request)).choices[0];
    turns.push(said(message));
    if (finish_reason !== "tool_calls") return { turns, answer: message.content };
    request.messages.push(message, ...message.tool_calls.map(run));
  }
  throw new Error(`the model still asks for tools after ${MOST_ROUNDS} rounds`);
}

/** The wire has no sign for a failure, so the words have to say it. */
function run({ id, function: { name, arguments: input } }) {
  return { role: "tool", tool_call_id: id, content: outcome(TOOLS[name].run, JSON.parse(input)) };
}

function outcome(tool, input) {
  try {
    return JSON.stringify(tool(input));
  } catch (failure) {
    return `Error: ${failure.message}`;
  }
}

/** The same with the SDK's own loop, which runs the tools. */
export async function runTools(client, stream, model, text) {
  const runner = client.chat.completions.runTools(
    {
      ...question(model, text),
      stream,
      tools: Object.entries(TOOLS).map(([name, { description, schema, run }]) => ({
        type: "function",
        function: {
          name,
          description,
          parameters: schema,
          parse: JSON.parse,
          function: (input) => outcome(run, input),
        },
      })),
    },
    { maxChatCompletions: MOST_ROUNDS },
  );
  await runner.done();
  const turns = runner.messages.filter(({ role }) => role === "assistant").map(said);
  return { turns, answer: turns.at(-1).text };
}

const said = ({ content, tool_calls }) => ({
  text: content ?? "",
  calls: (tool_calls ?? []).map(({ function: { name, arguments: input } }) => ({
    name,
    input: JSON.parse(input),
  })),
});
