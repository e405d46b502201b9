// What every report's scripts share. Text enters the document as text: nothing here makes markup of a string, and the
// page's content security policy would refuse it.
'use strict';

const toolwire = {
  /** The data that the page was written with under this name. */
  data(name) {
    return JSON.parse(document.getElementById('data:' + name).textContent);
  },

  /** Data that were packed: a promise of what `data` gives. */
  async unpack(name) {
    const packed = atob(document.getElementById('packed:' + name).textContent);
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  },

  /** An element with attributes and children; a child that is a string becomes text. */
  element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) {
        made.setAttribute(attribute, value === true ? '' : value);
      }
    }
    made.append(...children.flat().filter((child) => child !== undefined));
    return made;
  },

  /** A value of the style sheet, such as `--ink`, as it is now: light, dark or for print. */
  style(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  },

  /** Whether whoever reads this asked for less movement. */
  isCalm() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  },
};
