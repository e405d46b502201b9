// OpenAI's SDK, at OpenAI's own address and, by its client for Amazon Bedrock, at Bedrock's.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import OpenAI, {
  APIError,
  AuthenticationError,
  BadRequestError,
  BedrockOpenAI,
  InternalServerError,
  NotFoundError,
  RateLimitError,
} from "openai";
import { folded, question, runTools, talk, TURNS } from "./chat-talk.js";
import { conversations } from "./conversations.js";
import { DEFAULT_MODEL, HAIKU, KEY, startSimulator } from "./simulator.js";
import { PEPPERS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const hello = (wish = "") => question(DEFAULT_MODEL + wish, "Hello!");

/** A client, and how often it knocked. */
function open(options = {}, Client = OpenAI, base = "/v1") {
  const knocks = [];
  const client = new Client({
    baseURL: simulator.url + base,
    apiKey: KEY,
    fetch: (...request) => knocks.push(request) && fetch(...request),
    ...options,
  });
  return { client, knocks };
}

for (const [name, turn] of Object.entries(TURNS)) {
  describe(`chat.completions.${name}`, () => {
    conversations((model, text) => talk(open().client, turn, model, text));

    it("is refused with a wrong key", async () => {
      const { client, knocks } = open({ apiKey: "another-key" });

      await assert.rejects(turn(client, hello()), (refused) => {
        assert.ok(refused instanceof AuthenticationError);
        assert.equal(refused.status, 401);
        return refused.code === "invalid_api_key";
      });
      assert.equal(knocks.length, 1);
    });

    it("tries throttling three times", async () => {
      const { client, knocks } = open();

      await assert.rejects(turn(client, hello("--fault-throttling")), (throttled) => {
        assert.ok(throttled instanceof RateLimitError);
        return throttled.code === "rate_limit_exceeded";
      });
      assert.equal(knocks.length, 3);
    });

    it("tries an overload three times", async () => {
      const { client, knocks } = open();

      await assert.rejects(turn(client, hello("--fault-unavailable")), (overloaded) => {
        assert.ok(overloaded instanceof InternalServerError);
        return overloaded.status === 503;
      });
      assert.equal(knocks.length, 3);
    });

    it("is told which call has no result", async () => {
      const { client } = open();
      const request = question(DEFAULT_MODEL, PEPPERS);
      const { message } = (await turn(client, request)).choices[0];
      request.messages.push(message, { role: "user", content: "Well?" });

      await assert.rejects(turn(client, request), (invalid) => {
        assert.ok(invalid instanceof BadRequestError);
        assert.equal(invalid.type, "invalid_request_error");
        return /'tool_calls' must be followed by tool messages.*call_/s.test(invalid.message);
      });
    });
  });
}

for (const stream of [false, true]) {
  describe(`chat.completions.runTools${stream ? ", streamed" : ""}`, () => {
    conversations((model, text) => runTools(open().client, stream, model, text));
  });
}

describe("a stream of chunks", () => {
  const chunks = async (wish, options) => {
    const { client, knocks } = open();
    const request = { ...hello(wish), ...options, stream: true };
    return { knocks, stream: await client.chat.completions.create(request) };
  };

  it("tells the usage in a chunk of its own, if it is asked for", async () => {
    const { stream } = await chunks("", { stream_options: { include_usage: true } });
    const all = [];
    for await (const chunk of stream) all.push(chunk);

    assert.deepEqual(all.at(-1).choices, []);
    const { prompt_tokens, completion_tokens, total_tokens } = all.at(-1).usage;
    assert.ok(prompt_tokens > 0 && completion_tokens > 0);
    assert.equal(total_tokens, prompt_tokens + completion_tokens);
    assert.ok(all.slice(0, -1).every(({ usage }) => usage === null));
  });

  it("says nothing of usage unasked", async () => {
    const { stream } = await chunks("");

    assert.equal((await folded(stream)).usage, null);
  });

  it("throws an error of mid-stream from the loop over the chunks, and does not ask again", async () => {
    const { knocks, stream } = await chunks("--fault-server_error-after-2-events");

    await assert.rejects(folded(stream), (failed) => {
      assert.ok(failed instanceof APIError);
      return failed.status === undefined && failed.type === "server_error";
    });
    assert.equal(knocks.length, 1);
  });

  it("throws when the connection breaks", async () => {
    const { stream } = await chunks("--fault-cut-after-2-frames");

    await assert.rejects(folded(stream), TypeError);
  });

  it("says nothing of an end before [DONE] to a loop over the chunks", async () => {
    const { stream } = await chunks("--fault-end-after-3-frames");

    assert.equal((await folded(stream)).choices[0].finish_reason, null);
  });

  it("misses the finish_reason in the helper", async () => {
    const { client } = open();
    const stream = client.chat.completions.stream(hello("--fault-end-after-3-frames"));

    await assert.rejects(stream.finalChatCompletion(), /finish_reason/);
  });

  it("hands an unknown chunk over", async () => {
    const { stream } = await chunks("--fault-unknown-event-after-1-event");
    const unknown = [];
    for await (const chunk of stream) if (!chunk.choices) unknown.push(chunk);

    assert.equal(unknown.length, 1);
  });

  it("waits through a silence for the rest", async () => {
    const { stream } = await chunks("--fault-stall-500ms-in-text");
    const { message, finish_reason } = (await folded(stream)).choices[0];

    assert.match(message.content, /embedded simulator/);
    assert.equal(finish_reason, "stop");
  });

  it("does not mind a storm of comments", async () => {
    const { stream } = await chunks("--fault-ping-storm");

    assert.equal((await folded(stream)).choices[0].finish_reason, "stop");
  });
});

describe("beside completions", () => {
  it("lists the models", async () => {
    const { client } = open();
    const ids = [];
    for await (const { id } of client.models.list()) ids.push(id);

    assert.ok(ids.includes(DEFAULT_MODEL), String(ids));
    assert.equal((await client.models.retrieve(HAIKU)).id, HAIKU);
  });

  it("is told of a model that is not there", async () => {
    await assert.rejects(open().client.models.retrieve("nobody"), (missing) => {
      assert.ok(missing instanceof NotFoundError);
      return missing.code === "model_not_found";
    });
  });
});

describe("BedrockOpenAI", () => {
  for (const [way, turn] of [
    ["create", TURNS.create],
    ["create, streamed", TURNS["create, streamed"]],
  ]) {
    describe(way, () => {
      const bedrock = () => open({ awsRegion: "us-east-1" }, BedrockOpenAI, "/openai/v1").client;

      conversations((model, text) => talk(bedrock(), turn, model, text));
    });
  }
});
