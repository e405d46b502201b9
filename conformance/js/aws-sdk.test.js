// The AWS SDK for JavaScript v3. Its default handler speaks HTTP/2 by prior knowledge.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  AccessDeniedException,
  BedrockRuntimeClient,
  ModelErrorException,
  ModelStreamErrorException,
  ThrottlingException,
  ValidationException,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { conversations } from "./conversations.js";
import { converse, converseStream, talk, TOOL_CONFIG } from "./converse-talk.js";
import { DEFAULT_MODEL, HAIKU, KEYS, startSimulator } from "./simulator.js";
import { PEPPERS } from "./tools.js";

let simulator;
before(async () => (simulator = await startSimulator()));
after(() => simulator.stop());

const http2 = () => ({});
const http1 = () => ({ requestHandler: new NodeHttpHandler() });

for (const [way, turn, protocol] of [
  ["Converse over HTTP/2", converse, http2],
  ["Converse over HTTP/1.1", converse, http1],
  ["ConverseStream over HTTP/2", converseStream, http2],
  ["ConverseStream over HTTP/1.1", converseStream, http1],
]) {
  describe(way, () => {
    const clients = [];
    const open = (login = { credentials: KEYS }) => {
      const client = new BedrockRuntimeClient({
        endpoint: simulator.url,
        region: "us-east-1",
        ...protocol(),
        ...login,
      });
      clients.push(client);
      return client;
    };
    after(() => clients.forEach((client) => client.destroy()));

    const hello = (wish = "") => ({
      modelId: DEFAULT_MODEL + wish,
      messages: [{ role: "user", content: [{ text: "Hello!" }] }],
      toolConfig: TOOL_CONFIG,
    });

    conversations((model, question) => talk(open(), turn, model, question));

    it("keeps the sentence beside the call in one message", async () => {
      const { messages } = await talk(open(), turn, `${HAIKU}--run-2`, PEPPERS);

      assert.deepEqual(messages[1].content.map(Object.keys), [["text"], ["toolUse"]]);
    });

    it("is refused with a wrong secret", async () => {
      const stranger = open({ credentials: { ...KEYS, secretAccessKey: "not-the-secret" } });

      await assert.rejects(turn(stranger, hello()), (refused) => {
        assert.equal(refused.name, "InvalidSignatureException");
        assert.equal(refused.$metadata.httpStatusCode, 403);
        assert.ok(refused.$metadata.requestId);
        return /signature we calculated does not match/.test(refused.message);
      });
    });

    it("is denied with a wrong bearer key", async () => {
      const stranger = open({
        token: { token: "another-key" },
        authSchemePreference: ["httpBearerAuth"],
      });

      await assert.rejects(turn(stranger, hello()), AccessDeniedException);
    });

    it("tries throttling three times", async () => {
      await assert.rejects(turn(open(), hello("--fault-throttling")), (throttled) => {
        assert.ok(throttled instanceof ThrottlingException);
        assert.equal(throttled.$metadata.attempts, 3);
        return /Too many requests/.test(throttled.message);
      });
    });

    it("does not try a model error again", async () => {
      await assert.rejects(turn(open(), hello("--fault-model-error")), (failed) => {
        assert.ok(failed instanceof ModelErrorException);
        return failed.$metadata.attempts === 1;
      });
    });

    it("is told that tool blocks need a toolConfig", async () => {
      const { messages } = await talk(open(), turn, DEFAULT_MODEL, PEPPERS);

      await assert.rejects(
        turn(open(), { modelId: DEFAULT_MODEL, messages: messages.slice(0, 3) }),
        (invalid) => {
          assert.ok(invalid instanceof ValidationException);
          return /^The toolConfig field must be defined when using/.test(invalid.message);
        },
      );
    });

    if (turn === converseStream) {
      it("throws a model error of mid-stream from the loop over the events", async () => {
        await assert.rejects(
          turn(open(), hello("--fault-modelStreamErrorException-after-2-events")),
          ModelStreamErrorException,
        );
      });

      it("waits through a silence for the rest", async () => {
        const { message, stopReason } = await turn(open(), hello("--fault-stall-500ms-in-text"));

        assert.match(message.content[0].text, /embedded simulator/);
        assert.equal(stopReason, "end_turn");
      });

      it("skips an unknown event", async () => {
        const { stopReason } = await turn(open(), hello("--fault-unknown-event-after-1-event"));

        assert.equal(stopReason, "end_turn");
      });

      it("throws when the connection breaks", async () => {
        await assert.rejects(turn(open(), hello("--fault-cut-after-2-frames")));
      });

      it("says nothing about an end before messageStop", async () => {
        const { stopReason } = await turn(open(), hello("--fault-end-after-2-frames"));

        assert.equal(stopReason, undefined);
      });

      it("refuses a frame with a wrong checksum", async () => {
        await assert.rejects(turn(open(), hello("--fault-bad-crc-in-frame-2")), /checksum/);
      });
    }
  });
}
