// Vercel's AI SDK, whose client for Bedrock is its own: requests, signatures, decoder of streams.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { generateText, jsonSchema, stepCountIs, streamText, tool } from "ai";
import { DEFAULT_MODEL, HAIKU, KEYS, startSimulator } from "./simulator.js";
import { PEPPERS, TOOLS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const tools = Object.fromEntries(
  Object.entries(TOOLS).map(([name, { description, schema, run }]) => [
    name,
    tool({ description, inputSchema: jsonSchema(schema), execute: run }),
  ]),
);

function question(model, prompt, login = KEYS) {
  const bedrock = createAmazonBedrock({ baseURL: simulator.url, region: "us-east-1", ...login });
  return { model: bedrock(model), tools, prompt, stopWhen: stepCountIs(8), maxRetries: 0 };
}

async function streamed(asked) {
  let failure;
  const result = streamText({ ...asked, onError: ({ error }) => (failure ??= error) });
  await result.consumeStream();
  if (failure) throw failure;
  return { text: await result.text, steps: await result.steps };
}

for (const [way, ask] of [
  ["generateText", generateText],
  ["streamText", streamed],
]) {
  describe(way, () => {
    const calls = ({ steps }) =>
      steps.map(({ toolCalls }) => toolCalls.map(({ toolName }) => toolName));

    it("finds the song of the radio", async () => {
      const said = await ask(question(DEFAULT_MODEL, "Which is the most popular song on WZPZ?"));

      assert.deepEqual(calls(said), [["top_song"], []]);
      assert.match(said.text, /Elemental Hotel.*8 Storey Hike/);
    });

    it("hears that a station is unknown", async () => {
      const said = await ask(question(DEFAULT_MODEL, "Which is the most popular song on WXYZ?"));

      assert.match(said.text, /Station WXYZ not found/);
    });

    it("counts the peppers together", async () => {
      const said = await ask(question(DEFAULT_MODEL, PEPPERS));

      assert.deepEqual(calls(said), [
        ["CountLettersTool", "CountLettersTool"],
        ["CalculatorTool"],
        [],
      ]);
      assert.match(said.text, /72/);
    });

    it("counts the peppers one by one, with a sentence before each call", async () => {
      const said = await ask(question(`${HAIKU}--run-2`, PEPPERS));

      assert.deepEqual(calls(said), [
        ["CountLettersTool"],
        ["CountLettersTool"],
        ["CalculatorTool"],
        [],
      ]);
      assert.ok(said.steps[0].text);
      assert.match(said.text, /72/);
    });

    it("is refused with a wrong secret", async () => {
      await assert.rejects(
        ask(question(DEFAULT_MODEL, "Hello!", { ...KEYS, secretAccessKey: "not-the-secret" })),
        { name: "AI_APICallError", statusCode: 403 },
      );
    });

    it("is told of throttling", async () => {
      await assert.rejects(ask(question(`${DEFAULT_MODEL}--fault-throttling`, "Hello!")), {
        name: "AI_APICallError",
        statusCode: 429,
        isRetryable: true,
      });
    });

    it("is told of a refusal", async () => {
      await assert.rejects(ask(question(`${DEFAULT_MODEL}--fault-validation`, "Hello!")), {
        name: "AI_APICallError",
        statusCode: 400,
        isRetryable: false,
      });
    });

    it("is told of a model error", async () => {
      await assert.rejects(ask(question(`${DEFAULT_MODEL}--fault-model-stream-error`, "Hello!")));
    });
  });
}
