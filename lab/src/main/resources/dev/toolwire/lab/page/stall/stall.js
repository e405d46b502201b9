// The drawings of the report on stalls: what arrived when, and how silence grows with size.
'use strict';

(() => {
  const { axis, kind, look, options } = toolwire.charts;
  const seconds = (value) => (value < 1
    ? Math.round(value * 1000) + ' ms'
    : value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }) + ' s');
  const bytes = (value) => Math.round(value).toLocaleString('en') + ' bytes';

  /** Shades the time in which nothing came, and says how long it was where there is room. */
  const silence = {
    id: 'silence',
    beforeDatasetsDraw(chart, _, { span }) {
      const [from, to] = span;
      if (to <= from) {
        return;
      }
      const { ctx, chartArea: { top, bottom }, scales: { x } } = chart;
      const left = x.getPixelForValue(from);
      const right = x.getPixelForValue(to);
      ctx.save();
      ctx.fillStyle = toolwire.style('--silence');
      ctx.fillRect(left, top, right - left, bottom - top);
      const words = 'silent for ' + seconds(to - from);
      ctx.font = '600 13px ' + getComputedStyle(document.body).fontFamily;
      if (ctx.measureText(words).width < right - left - 12) {
        ctx.fillStyle = toolwire.style('--ink');
        ctx.textAlign = 'center';
        ctx.fillText(words, (left + right) / 2, top + 20);
      }
      ctx.restore();
    },
  };

  /** Thin lines at the idle limits that the drawing reaches. */
  const limits = {
    id: 'limits',
    beforeDatasetsDraw(chart, _, { at }) {
      const { ctx, chartArea: { left, right }, scales: { y } } = chart;
      ctx.save();
      ctx.strokeStyle = toolwire.style('--quiet');
      ctx.fillStyle = toolwire.style('--quiet');
      ctx.setLineDash([1, 3]);
      ctx.font = '12px ' + getComputedStyle(document.body).fontFamily;
      let last = Infinity;
      for (const limit of at.filter((each) => each <= y.max)) {
        const height = y.getPixelForValue(limit);
        ctx.beginPath();
        ctx.moveTo(left, height);
        ctx.lineTo(right, height);
        ctx.stroke();
        if (last - height > 15) {
          ctx.fillText('idle limit ' + limit + ' s', left + 6, height - 4);
          last = height;
        }
      }
      ctx.restore();
    },
  };

  function line(label, data, number, more = {}) {
    const { colour, dash } = look(number);
    return {
      type: 'line', label, data, borderColor: colour, backgroundColor: colour, borderWidth: 2,
      borderDash: dash, pointRadius: 0, pointHitRadius: 8, pointStyle: 'line', stepped: 'before', ...more,
    };
  }

  kind('arrivals', ({ input, control = [], silence: span, end }) => {
    const open = input.length ? [{ x: 0, y: 0 }, ...input] : [];
    const configuration = options({
      x: axis('seconds since the request', { scale: { min: 0, suggestedMax: 1.04 * Math.max(end, control.at(-1)?.x ?? 0) } }),
      y: axis('bytes arrived', { scale: { min: 0 } }),
      lines: true,
      tooltip: ({ dataset, parsed }) => `${dataset.label}: ${bytes(parsed.y)} after ${seconds(parsed.x)}`,
    });
    configuration.plugins.silence = { span };
    return {
      data: {
        datasets: [
          line('tool input', open, 0, { borderDash: [], borderWidth: 2.5 }),
          line('the same as text', control, 5, { borderDash: [5, 4], stepped: false }),
        ],
      },
      options: configuration,
      plugins: [silence],
    };
  });

  kind('growth', ({ routes, limits: at }) => {
    const datasets = routes.flatMap(({ name, runs, medians, line: { slope, intercept } }, number) => {
      const { colour, point } = look(number);
      const largest = Math.max(0, ...runs.map((run) => run.x));
      const fitted = [0, largest].map((x) => ({ x, y: Math.max(0, intercept + slope * x) }));
      return [
        { type: 'scatter', label: name, data: runs, borderColor: colour, backgroundColor: colour + '55', pointStyle: point, pointRadius: 4 },
        line('· ' + name, fitted, number, { stepped: false }),
        ...medians.map(({ x, low, high }) =>
          line('· ' + name, [{ x, y: low }, { x, y: high }], number, { borderWidth: 5, borderDash: [], stepped: false })),
      ];
    });
    const configuration = options({
      x: axis('bytes of the tool’s input', { scale: { min: 0 } }),
      y: axis('longest silence, seconds', { scale: { min: 0 } }),
      tooltip: ({ dataset, parsed }) => `${dataset.label}: ${seconds(parsed.y)} for ${bytes(parsed.x)}`,
    });
    configuration.plugins.limits = { at };
    return { data: { datasets }, options: configuration, plugins: [limits] };
  });
})();
