// Anthropic's SDK for Amazon Bedrock, at the door for InvokeModel.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { BadRequestError, PermissionDeniedError, RateLimitError } from "@anthropic-ai/sdk";
import { AnthropicBedrock } from "@anthropic-ai/bedrock-sdk";
import { question, talk, TURNS } from "./messages-talk.js";
import { DEFAULT_MODEL, HAIKU, KEYS, startSimulator } from "./simulator.js";
import { PEPPERS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const hello = (wish = "") => question(DEFAULT_MODEL + wish, "Hello!");

const open = ({ accessKeyId, secretAccessKey }, options) =>
  new AnthropicBedrock({
    baseURL: simulator.url,
    awsRegion: "us-east-1",
    awsAccessKey: accessKeyId,
    awsSecretKey: secretAccessKey,
    timeout: 60_000,
    ...options,
  });

for (const [name, turn] of Object.entries(TURNS)) {
  describe(`messages.${name}`, () => {
    it("finds the song of the radio", async () => {
      const said = await talk(
        open(KEYS).messages,
        turn,
        DEFAULT_MODEL,
        "Which is the most popular song on WZPZ?",
      );

      assert.match(said.answer, /Elemental Hotel.*8 Storey Hike/);
    });

    it("counts the peppers together", async () => {
      const said = await talk(open(KEYS).messages, turn, DEFAULT_MODEL, PEPPERS);

      assert.equal(said.turns[0].calls.length, 2);
      assert.match(said.answer, /72/);
    });

    it("is told that the version which it sends is not for an older Claude", async () => {
      const refused = turn(open(KEYS).messages, question(HAIKU, "Hello!"));

      await assert.rejects(refused, (invalid) => {
        assert.ok(invalid instanceof BadRequestError);
        return /anthropic_version: Input should be 'bedrock-2023-05-31'/.test(invalid.message);
      });
    });

    it("is refused with a wrong secret", async () => {
      const client = open({ ...KEYS, secretAccessKey: "not-the-secret" });

      await assert.rejects(turn(client.messages, hello()), PermissionDeniedError);
    });

    it("is told of throttling", async () => {
      const client = open(KEYS, { maxRetries: 0 });

      await assert.rejects(turn(client.messages, hello("--fault-throttling")), RateLimitError);
    });
  });
}
