// The list of runs with its filters, and the one or two runs that the reader opened. What is shown stands in the
// address, so that a link leads to it: #runs?model=…&scenario=…&verdict=… and #run?run=…&beside=….
'use strict';

addEventListener('DOMContentLoaded', () => {
  const { element, unpack, transcript } = toolwire;
  const PAGE = 20;
  const { models, scenarios, runs: rows } = toolwire.data('runs');
  const runs = rows.map(([model, scenario, trial, grade, took, calls, reason]) => ({
    model: models[model], scenario: scenarios[scenario], block: model + '.' + scenario, trial, grade, took, calls, reason,
    key: `${scenarios[scenario].name}/${models[model].id}/${trial}`,
  }));
  const byKey = new Map(runs.map((run) => [run.key, run]));
  const title = (run) => `${run.model.name}, ${run.scenario.name}, trial ${run.trial}`;
  const address = (part, values) => `#${part}?` + new URLSearchParams(Object.entries(values).filter(([, value]) => value));

  function choice(label, name, options) {
    const select = element('select', { name },
      element('option', { value: '' }, 'all'),
      options.map(([value, text]) => element('option', { value }, text)));
    return element('label', {}, label, select);
  }

  const filters = element('form', { class: 'filters', 'aria-label': 'Which runs to list' },
    choice('Model', 'model', models.map(({ id, name }) => [id, name])),
    choice('Scenario', 'scenario', scenarios.map(({ name }) => [name, name])),
    choice('Verdict', 'verdict', [['passed', 'passed without a flaw'], ['flawed', 'passed with a flaw'],
      ['failed', 'failed'], ['unjudged', 'unjudged']]));
  const found = element('output', { class: 'quiet' });
  const body = element('tbody');
  const more = element('button', { type: 'button', hidden: true });
  const opened = element('div', { class: 'opened', id: 'opened' });
  const head = ['Run', 'Verdict', 'First reason', 'Calls', 'Time'].map((heading, column) =>
    element('th', { scope: 'col', class: column > 2 ? 'figure' : undefined }, heading));
  document.getElementById('explorer').append(
    filters,
    element('p', {}, found),
    element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'List of runs' },
      element('table', {}, element('caption', {}, 'Runs; each leads to its transcript'),
        element('thead', {}, element('tr', {}, head)), body)),
    more,
    opened);

  let listed = [];
  let open = { run: undefined, beside: undefined };

  function chosen() {
    return Object.fromEntries(new FormData(filters));
  }

  function row(run) {
    const beside = open.run && open.run !== run.key
      ? element('a', { class: 'beside', href: address('run', { run: open.run, beside: run.key }) }, 'beside')
      : '';
    return element('tr', {},
      element('th', { scope: 'row' }, element('a', { href: address('run', { run: run.key }) }, title(run)), ' ', beside),
      element('td', {}, transcript.word(run.grade)),
      element('td', { class: 'quiet' }, run.reason),
      element('td', { class: 'figure' }, run.calls),
      element('td', { class: 'figure' }, transcript.seconds(run.took)));
  }

  function showMore() {
    const next = listed.slice(body.rows.length, body.rows.length + PAGE);
    body.append(...next.map(row));
    const left = listed.length - body.rows.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(PAGE, left)} more of ${left.toLocaleString('en')}`;
  }

  function list() {
    const { model, scenario, verdict } = chosen();
    listed = runs.filter((run) => (!model || run.model.id === model)
      && (!scenario || run.scenario.name === scenario)
      && (!verdict || run.grade === verdict));
    found.textContent = `${listed.length.toLocaleString('en')} of ${runs.length.toLocaleString('en')} runs`;
    body.replaceChildren();
    showMore();
  }

  function link(run) {
    return element('a', { href: address('run', { run: run.key }) }, 'Link to this run');
  }

  async function article(run) {
    const trials = await unpack(run.block);
    return transcript.article(trials[run.trial],
      { title: title(run), grade: run.grade, scenario: run.scenario, link: link(run) });
  }

  /** What stands beside the opened run: another of the same scenario, by choice. */
  function besides(run, beside) {
    const alike = runs.filter((other) => other.scenario === run.scenario && other !== run);
    const others = beside && !alike.includes(beside) ? [beside, ...alike] : alike;
    const select = element('select', {},
      element('option', { value: '' }, 'nothing'),
      others.map((other) => element('option', { value: other.key, selected: other === beside },
        `${other.model.name}, trial ${other.trial}: ${other.grade}`)));
    select.addEventListener('change', () => {
      location.hash = address('run', { run: run.key, beside: select.value });
    });
    return element('div', { class: 'filters' }, element('label', {}, 'Beside it', select),
      element('a', { href: address('runs', chosen()) }, 'Close'));
  }

  async function show({ run: key, beside: other }) {
    const run = byKey.get(key);
    const beside = byKey.get(other);
    if (!run) {
      opened.replaceChildren(element('p', { role: 'alert' }, `There is no run ${key} in this report.`));
      return;
    }
    const articles = await Promise.all([run, beside].filter(Boolean).map(article));
    opened.replaceChildren(besides(run, beside), element('div', { class: 'sides' }, articles));
    opened.classList.toggle('two', articles.length === 2);
    opened.scrollIntoView({ behavior: toolwire.isCalm() ? 'instant' : 'smooth' });
    opened.querySelector('h3').focus({ preventScroll: true });
  }

  /** Does what the address says. */
  async function follow() {
    const [part, query] = location.hash.slice(1).split('?');
    const values = Object.fromEntries(new URLSearchParams(query));
    if (part === 'run') {
      open = values;
      list();
      await show(values);
    } else if (part === 'runs') {
      open = {};
      opened.replaceChildren();
      for (const name of ['model', 'scenario', 'verdict']) {
        filters.elements[name].value = values[name] ?? '';
      }
      list();
      if (query !== undefined) {
        document.getElementById('runs').scrollIntoView();
      }
    } else {
      list();
    }
  }

  filters.addEventListener('change', () => {
    history.replaceState(null, '', address('runs', chosen()));
    list();
  });
  more.addEventListener('click', showMore);
  addEventListener('hashchange', follow);
  follow();
});

toolwire.charts.kind('rates', ({ models }) => {
  const { axis, look, options } = toolwire.charts;
  const { colour } = look(0);
  const configuration = options({
    x: axis('runs that passed, %', { scale: { min: 0, max: 100 } }),
    y: { ...axis('', { ticks: { autoSkip: false } }), type: 'category', labels: models.map(({ name }) => name), offset: true },
    tooltip: ({ raw }) => `${Math.round(raw.rate)}% [${Math.round(raw.low)}, ${Math.round(raw.high)}]`,
  });
  configuration.indexAxis = 'y';
  configuration.plugins.legend.display = false;
  return {
    rows: models.length,
    data: {
      datasets: [
        ...models.map(({ name, low, high }) => ({
          type: 'line', label: '· ' + name, data: [{ x: low, y: name }, { x: high, y: name }],
          clip: false, borderColor: colour, borderWidth: 3, pointStyle: 'line', pointRotation: 90, pointRadius: 6, pointBorderWidth: 2,
        })),
        {
          type: 'scatter', label: 'passed', data: models.map((model) => ({ ...model, x: model.rate, y: model.name })),
          clip: false, backgroundColor: colour, borderColor: colour, pointRadius: 6,
        },
      ],
    },
    options: configuration,
  };
});
