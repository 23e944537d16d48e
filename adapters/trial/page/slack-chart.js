// A chart as Slack draws it: bars in groups. It is for the eye; the sentence under it says the same.
import { element } from './elements.js';

/** A `data_visualization` block with bars. */
export function drawChart({ title, chart }) {
  if (chart.type !== 'bar') throw new Error(`unknown chart ${chart.type}`);
  const { series, axis_config: axis } = chart;
  const highest = Math.max(1, ...series.flatMap(({ data }) => data.map(({ value }) => value)));
  return element(
    'figure',
    { class: 'slack-chart' },
    element('figcaption', {}, title),
    element(
      'div',
      { class: 'slack-plot', 'aria-hidden': 'true' },
      element('div', { class: 'slack-scale' }, element('span', {}, String(highest)), element('span', {}, '0')),
      ...axis.categories.map((category) => drawGroup(category, series, highest)),
    ),
    element('div', { class: 'slack-legend', 'aria-hidden': 'true' }, ...series.map(drawLegend)),
  );
}

function drawGroup(category, series, highest) {
  const bars = series.map(({ data }, place) => {
    const value = data.find(({ label }) => label === category)?.value ?? 0;
    const bar = element('span', { class: `slack-bar series-${place}` });
    bar.style.height = `${(value / highest) * 100}%`;
    return bar;
  });
  return element(
    'div',
    { class: 'slack-group' },
    element('div', { class: 'slack-bars' }, ...bars),
    element('span', { class: 'slack-category' }, category),
  );
}

function drawLegend({ name }, place) {
  return element('span', {}, element('span', { class: `slack-swatch series-${place}` }), name);
}
