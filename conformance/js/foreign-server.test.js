// The other way round: `toolwire ask` at the door of a server that knows nothing of Toolwire.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { LLMock } from "@copilotkit/aimock";
import { KEY, TOOLWIRE } from "./simulator.js";

const CLAUDE = "anthropic.claude-3-haiku-20240307-v1:0";
const SONG = "Elemental Hotel it is, and WXYZ does not exist. 🌶️";
const STREAMED = "--stream";
const WHOLE = "--no-stream";
// Its InvokeModel streams bare messages, without the `bytes` of Bedrock's chunks, so only whole answers are asked for there.
const DOORS = [
  { wire: "Converse", model: `bedrock:${CLAUDE}`, path: "", ways: [STREAMED, WHOLE] },
  { wire: "InvokeModel", model: `bedrock-invoke:${CLAUDE}`, path: "", ways: [WHOLE] },
  { wire: "Messages", model: "anthropic:claude-haiku-4-5", path: "", ways: [STREAMED, WHOLE] },
  { wire: "Chat", model: "openai:gpt-4o", path: "/v1", ways: [STREAMED, WHOLE] },
];

const server = new LLMock({ port: 0 });
server.on({ hasToolResult: true }, { content: SONG });
server.on(
  { userMessage: "both stations" },
  { toolCalls: [called("WZPZ"), called("WXYZ")], content: "Let me look." },
);
server.on({ userMessage: "break off" }, { toolCalls: [called("WZPZ")] }, { latency: 20, truncateAfterChunks: 3 });
server.on(
  { userMessage: "hurry" },
  { error: { message: "slow down", type: "rate_limit_error" }, status: 429 },
);

before(() => server.start());
after(() => server.stop());

function called(sign) {
  return { name: "top_song", arguments: JSON.stringify({ sign }) };
}

/** What the command says of a run, and how it exits. */
async function ask({ model, path }, way, question) {
  const words = ["ask", "--json", way, "--model", model, "--base-url", server.url + path, question];
  const env = {
    ...process.env,
    AWS_REGION: "us-east-1",
    AWS_BEARER_TOKEN_BEDROCK: KEY,
    ANTHROPIC_API_KEY: KEY,
    OPENAI_API_KEY: KEY,
  };
  const command = spawn(TOOLWIRE, words, { env, stdio: ["ignore", "pipe", "ignore"] });
  const exited = once(command, "exit");
  const out = await text(command.stdout);
  const [code] = await exited;
  return { code, said: JSON.parse(out) };
}

for (const door of DOORS) {
  describe(`Toolwire over ${door.wire} at a foreign server`, () => {
    for (const way of door.ways) {
      it(`runs two calls of one message and brings their results home (${way})`, async () => {
        const { code, said } = await ask(door, way, "What do both stations play?");

        assert.equal(code, 0);
        assert.deepEqual(
          said.calls.map((call) => [call.name, call.input.sign, call.status]),
          [
            ["top_song", "WZPZ", "success"],
            ["top_song", "WXYZ", "error"],
          ],
        );
        assert.equal(said.answer, SONG);
      });
    }

    it("says in one line why it is refused", async () => {
      const { code, said } = await ask(door, WHOLE, "Please hurry.");

      assert.equal(code, 1);
      assert.match(said.problem, /^[^\n]*429[^\n]*slow down[^\n]*$/);
    });

    if (door.ways.includes(STREAMED)) {
      it("runs no call whose stream breaks off", async () => {
        const { code, said } = await ask(door, STREAMED, "Now break off.");

        assert.equal(code, 1);
        assert.equal(said.outcome, "failed");
        assert.deepEqual(said.calls, []);
      });
    }
  });
}
