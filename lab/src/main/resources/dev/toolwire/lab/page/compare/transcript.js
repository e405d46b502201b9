// Shows one run: its verdict with reasons, its timeline, and all that was said and called.
'use strict';

toolwire.transcript = (() => {
  const { element } = toolwire;
  const LONG = 2000;
  const marks = {
    passed: 'good', flawed: 'partly', failed: 'bad', unjudged: 'doubt', failure: 'bad', flaw: 'partly', note: 'plain',
  };

  function seconds(millis) {
    return millis < 1000 ? Math.round(millis) + ' ms' : (millis / 1000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) + ' s';
  }

  /** A word with the mark of its kind, so that nothing hangs on colour. */
  function word(kind, text = kind) {
    return element('span', { class: 'word ' + marks[kind] }, text);
  }

  /** A text as it is; of a long one the beginning, and the rest for whoever asks. */
  function verbatim(text, label) {
    const shown = element('pre', { 'aria-label': label, dir: 'auto' }, text.slice(0, LONG));
    if (text.length <= LONG) {
      return shown;
    }
    const more = element('button', { type: 'button' }, `Show all ${text.length.toLocaleString('en')} characters`);
    more.addEventListener('click', () => {
      shown.textContent = text;
      more.remove();
    });
    return element('div', {}, shown, more);
  }

  function reasons(run) {
    return run.reasons.length === 0
      ? element('p', { class: 'quiet' }, 'Nothing to remark.')
      : element('ul', { class: 'reasons' }, run.reasons.map((reason) =>
          element('li', {}, word(reason.weight), ' ', element('span', { dir: 'auto' }, reason.words))));
  }

  /** A bar from one time to another, and the words that say the same. */
  function bar(kind, name, from, to, all) {
    const drawn = element('span', { class: 'bar ' + kind, 'aria-hidden': 'true' });
    drawn.style.left = (100 * from) / all + '%';
    drawn.style.width = `max(2px, ${(100 * (to - from)) / all}%)`;
    return element('li', {},
      element('span', { class: 'name', dir: 'auto' }, name),
      element('span', { class: 'track' }, drawn),
      element('span', { class: 'span' }, `${seconds(from)} – ${seconds(to)}`));
  }

  function timeline(turn) {
    // On a virtual clock tools may take longer than the turn that they belong to.
    const ends = turn.rounds.flatMap((round) =>
      [round.answered, ...round.calls.map((call) => call.started + call.took)]);
    const all = Math.max(1, turn.took, ...ends);
    const bars = turn.rounds.flatMap((round, number) => [
      bar('waiting', `request ${number + 1}: waiting`, round.asked, round.first, all),
      bar('writing', `request ${number + 1}: writing`, round.first, round.answered, all),
      ...round.calls.filter((call) => call.ran)
        .map((call) => bar('running', call.tool, call.started, call.started + call.took, all)),
    ]);
    return element('ol', { class: 'timeline', 'aria-label': 'When what happened' }, bars);
  }

  function repair({ what, path, before, after }) {
    return element('li', {}, `${what}${path ? ' at ' + path : ''}: `,
      element('code', {}, before), after ? ' became ' : ' was left out', after ? element('code', {}, after) : '');
  }

  function call(made) {
    const notes = [
      made.rescued && element('p', { class: 'note' },
        word('flaw', 'rescued'), ` The model wrote this call into its text (format ${made.rescued}).`
          + (made.mended.length ? ` Mended: ${made.mended.join(', ').replaceAll('_', ' ')}.` : '')),
      made.repairs.length > 0 && element('div', { class: 'note' },
        word('flaw', 'repaired'), element('ul', {}, made.repairs.map(repair))),
      !made.ran && element('p', { class: 'note' }, word('failure', 'refused'), ' No tool ran.'),
    ];
    return element('div', { class: 'call' },
      element('h5', {}, element('span', { class: 'quiet' }, 'calls '), element('code', {}, made.tool)),
      notes.filter(Boolean),
      verbatim(made.written, 'What the model wrote'),
      made.given && element('p', { class: 'quiet' }, 'What the tool got'),
      made.given && verbatim(made.given, 'What the tool got'),
      element('p', { class: 'result' }, made.error ? word('failure', 'error') : word('passed', 'result')),
      verbatim(made.result, made.error ? 'The error that the model was told' : 'The result that the model was told'));
  }

  function round(made) {
    return [
      made.text && element('div', { class: 'said model' }, element('h5', { class: 'quiet' }, 'model'), verbatim(made.text, 'What the model said')),
      ...made.calls.map(call),
    ].filter(Boolean);
  }

  function ending(turn) {
    return turn.ending === 'answered'
      ? undefined
      : element('p', { class: 'note' }, word('failure', turn.ending), ' ', element('span', { dir: 'auto' }, turn.words));
  }

  function turn(played, number, all) {
    return element('section', { class: 'turn' },
      element('h4', {}, all > 1 ? `Turn ${number + 1}` : 'What happened when'),
      timeline(played),
      element('div', { class: 'said' }, element('h5', { class: 'quiet' }, 'user'), verbatim(played.user, 'What the user said')),
      played.rounds.flatMap(round),
      ending(played) ?? '');
  }

  function facts(run) {
    const tokens = `${run.input.toLocaleString('en')} tokens in, ${run.output.toLocaleString('en')} out`;
    return [tokens, run.cost && '$' + run.cost, run.prompted && 'tools told by a prompt'].filter(Boolean).join(' · ');
  }

  /** The run as an article; `links` stand beside its verdict. */
  function article(run, { title, grade, scenario, link }) {
    const heading = element('h3', { tabindex: '-1' }, title);
    return element('article', { class: 'run', 'aria-label': title },
      heading,
      element('p', {}, word(grade), ' ', element('span', { class: 'quiet' }, facts(run)), ' ', link),
      reasons(run),
      scenario.system && element('details', {}, element('summary', {}, 'System prompt and tools'),
        verbatim(scenario.system, 'System prompt'), element('p', { class: 'quiet' }, 'Tools: ' + scenario.tools.join(', '))),
      run.turns.map((played, number) => turn(played, number, run.turns.length)));
  }

  return { article, seconds, word };
})();
