// Anthropic's SDK for Amazon Bedrock, at Bedrock's own door for Messages, signed or with a key.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  APIError,
  AuthenticationError,
  BadRequestError,
  RateLimitError,
} from "@anthropic-ai/sdk";
import { AnthropicBedrockMantle } from "@anthropic-ai/bedrock-sdk";
import { conversations } from "./conversations.js";
import { folded, question, runTools, talk, TURNS } from "./messages-talk.js";
import { DEFAULT_MODEL, KEY, KEYS, startSimulator } from "./simulator.js";
import { PEPPERS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const hello = (wish = "") => question(DEFAULT_MODEL + wish, "Hello!");

const open = ({ accessKeyId, secretAccessKey }, options) =>
  new AnthropicBedrockMantle({
    baseURL: `${simulator.url}/anthropic`,
    awsRegion: "us-east-1",
    awsAccessKey: accessKeyId,
    awsSecretAccessKey: secretAccessKey,
    timeout: 60_000,
    ...options,
  });

for (const [name, turn] of Object.entries(TURNS)) {
  describe(`messages.${name}`, () => {
    conversations((model, text) => talk(open(KEYS).messages, turn, model, text));

    it("is let in by a bearer key", async () => {
      const client = open({}, { apiKey: KEY });

      assert.equal((await turn(client.messages, hello())).stop_reason, "end_turn");
    });

    it("is refused with a wrong secret", async () => {
      const client = open({ ...KEYS, secretAccessKey: "not-the-secret" });

      await assert.rejects(turn(client.messages, hello()), (refused) => {
        assert.ok(refused instanceof AuthenticationError);
        return /signature we calculated does not match/.test(refused.message);
      });
    });

    it("is told of throttling", async () => {
      const client = open(KEYS, { maxRetries: 0 });

      await assert.rejects(turn(client.messages, hello("--fault-throttling")), RateLimitError);
    });

    it("is told which call has no result", async () => {
      const client = open(KEYS);
      const request = question(DEFAULT_MODEL, PEPPERS);
      const { content } = await turn(client.messages, request);
      request.messages.push({ role: "assistant", content }, { role: "user", content: "Well?" });

      await assert.rejects(turn(client.messages, request), (invalid) => {
        assert.ok(invalid instanceof BadRequestError);
        return /`tool_use` ids were found without `tool_result` blocks/.test(invalid.message);
      });
    });
  });
}

for (const stream of [false, true]) {
  describe(`beta.messages.toolRunner${stream ? ", streamed" : ""}`, () => {
    conversations((model, text) => runTools(open(KEYS).beta, stream, model, text));
  });
}

describe(`a stream`, () => {
  const events = (wish) => open(KEYS).messages.create({ ...hello(wish), stream: true });

  it("throws an error of mid-stream from the loop over the events", async () => {
    await assert.rejects(folded(await events("--fault-throttlingException-after-2-events")), APIError);
  });

  it("throws when the connection breaks", async () => {
    await assert.rejects(folded(await events("--fault-cut-after-2-frames")));
  });
});
