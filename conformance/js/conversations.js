// The conversations that every client of every wire must be able to have.
import assert from "node:assert/strict";
import { it } from "node:test";
import { DEFAULT_MODEL, HAIKU } from "./simulator.js";
import { PEPPERS } from "./tools.js";

/**
 * Declares them as tests.
 *
 * `ask(model, question)` talks until no tool is asked for and answers `{ turns, answer }`: the
 * turns of the model, each with its `text` and its `calls` (`{ name, input }`), and its last words.
 */
export function conversations(ask) {
  it("finds the song of the radio", async () => {
    const said = await ask(DEFAULT_MODEL, "Which is the most popular song on WZPZ?");

    assert.deepEqual(names(said), [["top_song"], []]);
    assert.match(said.answer, /Elemental Hotel.*8 Storey Hike/);
  });

  it("hears that a station is unknown", async () => {
    const said = await ask(DEFAULT_MODEL, "Which is the most popular song on WXYZ?");

    assert.deepEqual(names(said), [["top_song"], []]);
    assert.match(said.answer, /Station WXYZ not found/);
  });

  it("counts the peppers together", async () => {
    const said = await ask(DEFAULT_MODEL, PEPPERS);

    assert.deepEqual(names(said), [
      ["CountLettersTool", "CountLettersTool"],
      ["CalculatorTool"],
      [],
    ]);
    assert.match(said.answer, /72/);
  });

  it("counts the peppers one by one, with a sentence before each call", async () => {
    const said = await ask(`${HAIKU}--run-2`, PEPPERS);

    assert.deepEqual(names(said), [
      ["CountLettersTool"],
      ["CountLettersTool"],
      ["CalculatorTool"],
      [],
    ]);
    assert.ok(said.turns[0].text);
    assert.match(said.answer, /72/);
  });

  it("carries a large tool input there and back", async () => {
    const said = await ask(DEFAULT_MODEL, "Write 150000 characters of filler to notes.txt.");

    assert.deepEqual(names(said), [["fs_write"], []]);
    assert.equal(said.turns[0].calls[0].input.file_text.length, 150_000);
    assert.match(said.answer, /notes\.txt/);
  });
}

const names = ({ turns }) => turns.map(({ calls }) => calls.map(({ name }) => name));
