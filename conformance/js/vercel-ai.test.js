// Vercel's AI SDK, whose clients for Bedrock, Anthropic and OpenAI are its own: requests,
// signatures, decoders of streams.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { generateText, jsonSchema, stepCountIs, streamText, tool } from "ai";
import { conversations } from "./conversations.js";
import { DEFAULT_MODEL, KEY, KEYS, startSimulator } from "./simulator.js";
import { TOOLS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const tools = Object.fromEntries(
  Object.entries(TOOLS).map(([name, { description, schema, run }]) => [
    name,
    tool({ description, inputSchema: jsonSchema(schema), execute: run }),
  ]),
);

/** By provider: its model by name, the status of who may not come in, and an error of mid-stream. */
const PROVIDERS = {
  Bedrock: {
    model: (name, { secretAccessKey } = KEYS) =>
      createAmazonBedrock({
        baseURL: simulator.url,
        region: "us-east-1",
        accessKeyId: KEYS.accessKeyId,
        secretAccessKey,
      })(name),
    wrong: { secretAccessKey: "not-the-secret" },
    refusal: 403,
    broken: "--fault-model-stream-error",
  },
  Anthropic: {
    model: (name, { apiKey } = { apiKey: KEY }) =>
      createAnthropic({ baseURL: `${simulator.url}/v1`, apiKey })(name),
    wrong: { apiKey: "another-key" },
    refusal: 401,
    broken: "--fault-overloaded_error-after-2-events",
  },
  "OpenAI Chat": {
    model: (name, { apiKey } = { apiKey: KEY }) =>
      createOpenAI({ baseURL: `${simulator.url}/v1`, apiKey }).chat(name),
    wrong: { apiKey: "another-key" },
    refusal: 401,
    broken: "--fault-server_error-after-2-events",
  },
};

async function streamed(asked) {
  let failure;
  const result = streamText({ ...asked, onError: ({ error }) => (failure ??= error) });
  await result.consumeStream();
  if (failure) throw failure;
  return { text: await result.text, steps: await result.steps };
}

for (const [provider, { model, wrong, refusal, broken }] of Object.entries(PROVIDERS)) {
  for (const [way, generate] of [
    ["generateText", generateText],
    ["streamText", streamed],
  ]) {
    describe(`${provider}: ${way}`, () => {
      const ask = (name, prompt, login) =>
        generate({
          model: model(name, login),
          tools,
          prompt,
          stopWhen: stepCountIs(8),
          maxOutputTokens: 64_000,
          maxRetries: 0,
        });

      conversations(async (name, prompt) => {
        const { text, steps } = await ask(name, prompt);
        return { turns: steps.map(said), answer: text };
      });

      it("is refused with a wrong key", async () => {
        await assert.rejects(ask(DEFAULT_MODEL, "Hello!", wrong), {
          name: "AI_APICallError",
          statusCode: refusal,
        });
      });

      it("is told of throttling", async () => {
        await assert.rejects(ask(`${DEFAULT_MODEL}--fault-throttling`, "Hello!"), {
          name: "AI_APICallError",
          statusCode: 429,
          isRetryable: true,
        });
      });

      it("is told of a refusal", async () => {
        await assert.rejects(ask(`${DEFAULT_MODEL}--fault-validation`, "Hello!"), {
          name: "AI_APICallError",
          statusCode: 400,
          isRetryable: false,
        });
      });

      it("is told of an error in mid-stream, or of one in its place", async () => {
        await assert.rejects(ask(DEFAULT_MODEL + broken, "Hello!"));
      });
    });
  }
}

const said = ({ text, toolCalls }) => ({
  text,
  calls: toolCalls.map(({ toolName, input }) => ({ name: toolName, input })),
});
