// `toolwire simulate`, as a user starts it: its first line is where it listens.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const TOOLWIRE = fileURLToPath(new URL("../../toolwire", import.meta.url));

export const DEFAULT_MODEL = "toolwire.scripted-v1:0";
export const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
export const KEYS = { accessKeyId: "TESTKEYID", secretAccessKey: "toolwire-test-secret" };
export const KEY = "toolwire-test-key";

/** Starts a simulator that checks signatures against KEYS and lets KEY in; the caller stops it. */
export async function startSimulator() {
  const words = ["simulate", "--port", "0", "--api-key", KEY];
  words.push("--access-key", KEYS.accessKeyId, "--secret", KEYS.secretAccessKey);
  const server = spawn(TOOLWIRE, words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  server.stderr.on("data", (text) => (said += text));
  const exited = once(server, "exit");
  const [url] = await Promise.race([
    once(createInterface({ input: server.stdout }), "line"),
    exited.then(([code]) => {
      throw new Error(`toolwire simulate ended with ${code}: ${said}`);
    }),
  ]);
  return {
    url,
    async stop() {
      server.kill("SIGINT");
      await exited;
    },
  };
}
