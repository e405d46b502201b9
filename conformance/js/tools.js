// The tools of the conversations, as somebody writes them who has only a JavaScript SDK.

const strings = (...names) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  required: names,
});

export const PEPPERS =
  'Count the number of Ps and the number of Es in "Peter piper picked a peck of pickled peppers"' +
  " and then multiply the numbers together.";

/** By name: what a model is told of a tool, and what the tool does. A tool that fails throws. */
export const TOOLS = {
  top_song: {
    description: "Finds the most popular song of a radio station.",
    schema: strings("sign"),
    run({ sign }) {
      if (sign !== "WZPZ") throw new Error(`Station ${sign} not found.`);
      return { song: "Elemental Hotel", artist: "8 Storey Hike" };
    },
  },
  CountLettersTool: {
    description: "Counts a letter in a phrase.",
    schema: strings("word", "letter"),
    run: ({ word, letter }) => ({
      count: word.toLowerCase().split(letter.toLowerCase()).length - 1,
    }),
  },
  CalculatorTool: {
    description: "Evaluates a product such as 2 * 3.",
    schema: strings("expr"),
    run: ({ expr }) => ({ value: expr.split("*").map(Number).reduce((a, b) => a * b) }),
  },
  fs_write: {
    description: "Writes a file.",
    schema: strings("command", "path", "file_text"),
    run: ({ path }) => ({ written: path }),
  },
};
