// Anthropic's SDK: the newest generation, which shows its key as a bearer and asks for the version
// of October 2026, and the one before it, with `x-api-key` and the version of June 2023.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import Anthropic, * as newest from "@anthropic-ai/sdk";
import OldAnthropic, * as former from "anthropic-sdk-2023";
import { conversations } from "./conversations.js";
import { folded, question, runTools, talk, TURNS } from "./messages-talk.js";
import { DEFAULT_MODEL, HAIKU, KEY, startSimulator } from "./simulator.js";
import { PEPPERS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const hello = (wish = "") => question(DEFAULT_MODEL + wish, "Hello!");

for (const [generation, Client, errors] of [
  ["newest", Anthropic, newest],
  ["former", OldAnthropic, former],
]) {
  /** A client, and how often it knocked. */
  const open = (options = {}) => {
    const knocks = [];
    const client = new Client({
      baseURL: simulator.url,
      apiKey: KEY,
      timeout: 60_000,
      fetch: (...request) => knocks.push(request) && fetch(...request),
      ...options,
    });
    return { client, knocks };
  };

  for (const [name, turn] of Object.entries(TURNS)) {
    describe(`${generation}: messages.${name}`, () => {
      conversations((model, text) => talk(open().client.messages, turn, model, text));
      errorsOf((messages, request) => turn(messages, request));
    });

    describe(`${generation}: beta.messages.${name}`, () => {
      conversations((model, text) => talk(open().client.beta.messages, turn, model, text));
    });
  }

  for (const stream of [false, true]) {
    describe(`${generation}: beta.messages.toolRunner${stream ? ", streamed" : ""}`, () => {
      conversations((model, text) => runTools(open().client.beta, stream, model, text));
    });
  }

  function errorsOf(turn) {
    it("is refused with a wrong key", async () => {
      const { client, knocks } = open({ apiKey: "another-key" });

      await assert.rejects(turn(client.messages, hello()), (refused) => {
        assert.ok(refused instanceof errors.AuthenticationError);
        assert.equal(refused.status, 401);
        assert.match(refused.requestID, /^req_/);
        return refused.error.error.type === "authentication_error";
      });
      assert.equal(knocks.length, 1);
    });

    it("tries throttling three times", async () => {
      const { client, knocks } = open();

      await assert.rejects(turn(client.messages, hello("--fault-throttling")), (throttled) => {
        assert.ok(throttled instanceof errors.RateLimitError);
        return throttled.error.error.type === "rate_limit_error";
      });
      assert.equal(knocks.length, 3);
    });

    it("tries an overload three times", async () => {
      const { client, knocks } = open();

      await assert.rejects(turn(client.messages, hello("--fault-overloaded")), (overloaded) => {
        assert.ok(overloaded instanceof (errors.OverloadedError ?? errors.InternalServerError));
        assert.equal(overloaded.status, 529);
        return overloaded.error.error.type === "overloaded_error";
      });
      assert.equal(knocks.length, 3);
    });

    it("is told which call has no result", async () => {
      const { client } = open();
      const request = question(DEFAULT_MODEL, PEPPERS);
      const { content } = await turn(client.messages, request);
      request.messages.push({ role: "assistant", content }, { role: "user", content: "Well?" });

      await assert.rejects(turn(client.messages, request), (invalid) => {
        assert.ok(invalid instanceof errors.BadRequestError);
        assert.match(
          invalid.message,
          /`tool_use` ids were found without `tool_result` blocks immediately after: toolu_/,
        );
        return invalid.error.error.type === "invalid_request_error";
      });
    });
  }

  describe(`${generation}: a stream`, () => {
    const events = async (wish) => {
      const { client, knocks } = open();
      return { knocks, stream: await client.messages.create({ ...hello(wish), stream: true }) };
    };
    const helper = (wish) => open().client.messages.stream(hello(wish));

    it("throws an error of mid-stream from the loop over the events, and does not ask again", async () => {
      const { knocks, stream } = await events("--fault-overloaded_error-after-2-events");

      await assert.rejects(folded(stream), (overloaded) => {
        assert.ok(overloaded instanceof errors.APIError);
        assert.equal(overloaded.status, undefined);
        return overloaded.type === "overloaded_error";
      });
      assert.equal(knocks.length, 1);
    });

    it("throws when the connection breaks", async () => {
      const { stream } = await events("--fault-cut-after-2-frames");

      await assert.rejects(folded(stream), TypeError);
    });

    it("says nothing of an end before message_stop to a loop over the events", async () => {
      const { stream } = await events("--fault-end-after-3-frames");
      const message = await folded(stream);

      assert.equal(message.stop_reason, null);
    });

    it("misses message_stop in the helper", async () => {
      await assert.rejects(helper("--fault-end-after-3-frames").finalMessage(), /stream ended/);
    });

    it("hands an unknown event over", async () => {
      const { stream } = await events("--fault-unknown-event-after-1-event");
      const kinds = [];
      for await (const { type } of stream) kinds.push(type);

      assert.ok(kinds.includes("weatherReport"), String(kinds));
      assert.equal(kinds.at(-1), "message_stop");
    });

    it("waits through a silence for the rest", async () => {
      const { stream } = await events("--fault-stall-500ms-in-text");
      const message = await folded(stream);

      assert.match(message.content[0].text, /embedded simulator/);
      assert.equal(message.stop_reason, "end_turn");
    });

    it("does not mind a storm of pings", async () => {
      const { stream } = await events("--fault-ping-storm");

      assert.equal((await folded(stream)).stop_reason, "end_turn");
    });
  });

  describe(`${generation}: beside messages`, () => {
    it("counts tokens", async () => {
      const { model, messages, tools } = hello();
      const { client } = open();

      const { input_tokens } = await client.messages.countTokens({ model, messages, tools });
      const beta = await client.beta.messages.countTokens({ model, messages, tools });

      assert.ok(input_tokens > 0);
      assert.ok(beta.input_tokens > 0);
    });

    it("lists the models", async () => {
      const { client } = open();
      const ids = [];
      for await (const { id } of client.models.list()) ids.push(id);

      assert.ok(ids.includes(DEFAULT_MODEL), String(ids));
      assert.equal((await client.models.retrieve(HAIKU)).id, HAIKU);
    });

    it("is told of a model that is not there", async () => {
      await assert.rejects(open().client.models.retrieve("nobody"), (missing) => {
        assert.ok(missing instanceof errors.NotFoundError);
        return missing.error.error.type === "not_found_error";
      });
    });

    it("says its key and its version in its own way", async () => {
      const { client, knocks } = open();
      await client.messages.create(hello());
      const { headers } = knocks[0][1];

      const now = generation === "newest";
      assert.equal(headers.get("authorization"), now ? `Bearer ${KEY}` : null);
      assert.equal(headers.get("x-api-key"), now ? null : KEY);
      assert.equal(headers.get("anthropic-version"), now ? "2026-10-21" : "2023-06-01");
      assert.equal(headers.get("accept"), "application/json");
    });
  });
}
