// Draws each figure with `data-chart` when it comes near the view, again when light turns dark, and for paper.
'use strict';

toolwire.charts = (() => {
  const kinds = new Map();
  const drawn = new Map();
  const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3], [12, 4], [4, 4]];
  const points = ['circle', 'rectRot', 'triangle', 'rect', 'crossRot', 'star'];

  /** How a series looks: its colour, and a dash and a point that tell it apart without colour; no two of 36 alike. */
  function look(number) {
    const shape = (number + Math.floor(number / 6)) % 6;
    return { colour: toolwire.style('--series-' + (number % 6 + 1)), dash: dashes[shape], point: points[shape] };
  }

  function axis(title, more = {}) {
    const quiet = toolwire.style('--quiet');
    return {
      type: 'linear',
      title: { display: true, text: title, color: quiet },
      ticks: { color: quiet, maxRotation: 0, autoSkipPadding: 16, ...more.ticks },
      grid: { color: toolwire.style('--line') },
      border: { color: quiet },
      ...more.scale,
    };
  }

  /** What all drawings have in common. */
  function options({ x, y, lines = false, tooltip }) {
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      interaction: { mode: 'nearest', intersect: false },
      scales: { x, y },
      plugins: {
        legend: {
          position: 'bottom',
          align: 'start',
          labels: {
            color: toolwire.style('--ink'),
            usePointStyle: true,
            pointStyleWidth: lines ? 30 : undefined,
            boxHeight: 8,
            filter: (item) => !item.text.startsWith('·'),
            generateLabels: (chart) => Chart.defaults.plugins.legend.labels.generateLabels(chart)
              .map((item) => ({ ...item, lineDash: chart.data.datasets[item.datasetIndex].borderDash ?? [] })),
          },
        },
        tooltip: { callbacks: { label: tooltip }, filter: (item) => !item.dataset.label.startsWith('·') },
      },
    };
  }

  /** What is to be drawn: all, or the one that the reader chose. */
  function chosen(figure) {
    const data = toolwire.data('chart:' + figure.id);
    const choice = data.choices?.[figure.querySelector('select')?.value ?? 0];
    if (choice) {
      figure.querySelector('canvas').setAttribute('aria-label', choice.label);
    }
    return choice ?? data;
  }

  function draw(figure) {
    drawn.get(figure)?.destroy();
    const { rows = 0, ...configuration } = kinds.get(figure.dataset.chart)(chosen(figure));
    figure.querySelector('.drawing').style.height = `max(19rem, ${5 + 1.75 * rows}rem)`;
    drawn.set(figure, new Chart(figure.querySelector('canvas'), configuration));
    figure.dataset.drawn = '';
  }

  function redraw() {
    for (const figure of drawn.keys()) {
      draw(figure);
    }
  }

  /** Registers what draws the figures of a kind: data in, a configuration of Chart.js out; with `rows`, as high as they need. */
  function kind(name, configure) {
    kinds.set(name, configure);
  }

  /** Begins: called once all kinds are there. */
  function start() {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    const figures = document.querySelectorAll('figure[data-chart]');
    const near = new IntersectionObserver((seen) => {
      for (const entry of seen.filter((each) => each.isIntersecting)) {
        near.unobserve(entry.target);
        draw(entry.target);
      }
    }, { rootMargin: '600px' });
    for (const figure of figures) {
      near.observe(figure);
      figure.querySelector('figcaption select')?.addEventListener('change', () => draw(figure));
    }
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    addEventListener('beforeprint', () => {
      document.documentElement.classList.add('printing');
      figures.forEach(draw);
    });
    addEventListener('afterprint', () => {
      document.documentElement.classList.remove('printing');
      redraw();
    });
  }

  return { axis, kind, look, options, start };
})();

addEventListener('DOMContentLoaded', () => toolwire.charts.start());
