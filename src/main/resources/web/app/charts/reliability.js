import { LOCALE } from './locale.js';
import { axis, baseOption, faded } from './theme.js';

const SHARE = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

const COUNT = new Intl.NumberFormat(LOCALE);

/**
 * How often steps were important, by the score that they got: the closer to the diagonal, the
 * better calibrated. Below it, how many labels each bin holds.
 *
 * @param bins [{from, to, count, meanScore, importantShare, low, high}], all but count in [0, 1]
 * @param series which of the theme's colours it has
 * @returns a chart for `<lp-chart>`
 */
export function reliability(bins, series = 0) {
  const full = bins.filter((bin) => bin.count > 0);
  return {
    empty: full.length === 0,
    columns: ['Score', 'Labels', 'Mean score', 'Share important', '95% band'],
    rows: full.map(row),
    option: (theme) => option(full, theme, series),
  };
}

function row(bin) {
  return [
    name(bin),
    COUNT.format(bin.count),
    SHARE.format(bin.meanScore),
    SHARE.format(bin.importantShare),
    `${SHARE.format(bin.low)} to ${SHARE.format(bin.high)}`,
  ];
}

function name(bin) {
  return `${SHARE.format(bin.from)} to ${SHARE.format(bin.to)}`;
}

function option(bins, theme, index) {
  const color = theme.series[index];
  const base = baseOption(theme);
  const side = { left: 44, right: 16 };
  return {
    ...base,
    grid: [
      { ...side, top: 12, height: '62%' },
      { ...side, bottom: 24, height: '18%' },
    ],
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: ({ dataIndex }) => tip(bins[dataIndex]),
    },
    xAxis: [scores(theme, 0, false), scores(theme, 1, true)],
    yAxis: [shares(theme), counts(theme)],
    series: [diagonal(theme), bands(bins, color), points(bins, color), bars(bins, color)],
  };
}

function scores(theme, gridIndex, named) {
  const label = {
    color: theme.muted,
    fontFamily: theme.font,
    fontSize: 11,
    show: named,
    formatter: SHARE.format,
  };
  return axis(theme, {
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.2,
    gridIndex,
    splitLine: { show: false },
    axisLabel: label,
  });
}

function shares(theme) {
  const label = {
    color: theme.muted,
    fontFamily: theme.font,
    fontSize: 11,
    formatter: SHARE.format,
  };
  return axis(theme, {
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.25,
    gridIndex: 0,
    axisLabel: label,
  });
}

function counts(theme) {
  const label = {
    color: theme.muted,
    fontFamily: theme.font,
    fontSize: 11,
    formatter: COUNT.format,
    showMinLabel: false,
  };
  return axis(theme, {
    type: 'value',
    gridIndex: 1,
    splitNumber: 1,
    axisLabel: label,
    splitLine: { show: false },
  });
}

function diagonal(theme) {
  return {
    name: 'perfect',
    type: 'line',
    data: [
      [0, 0],
      [1, 1],
    ],
    symbol: 'none',
    silent: true,
    lineStyle: { color: theme.muted, width: 1, type: [5, 4] },
  };
}

function points(bins, color) {
  return {
    name: 'share important',
    type: 'line',
    data: bins.map((bin) => [bin.meanScore, bin.importantShare]),
    color,
    lineStyle: { width: 2 },
    symbol: 'circle',
    symbolSize: 7,
    emphasis: { disabled: true },
    z: 4,
  };
}

function bands(bins, color) {
  return {
    name: 'band',
    type: 'custom',
    silent: true,
    data: bins.map((bin) => [bin.meanScore, bin.low, bin.high]),
    renderItem: (_, api) => whisker(api, color),
    z: 3,
  };
}

function whisker(api, color) {
  const [x, bottom] = api.coord([api.value(0), api.value(1)]);
  const [, top] = api.coord([api.value(0), api.value(2)]);
  const line = (x1, y1, x2, y2) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: color, lineWidth: 1.5 },
  });
  return {
    type: 'group',
    children: [line(x, bottom, x, top), line(x - 4, bottom, x + 4, bottom), line(x - 4, top, x + 4, top)],
  };
}

function bars(bins, color) {
  return {
    name: 'labels',
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    encode: { x: [0, 1], y: 2 },
    data: bins.map((bin) => [bin.from, bin.to, bin.count]),
    renderItem: (_, api) => bar(api, faded(color, 0.55)),
  };
}

function bar(api, color) {
  const [left, top] = api.coord([api.value(0), api.value(2)]);
  const [right, bottom] = api.coord([api.value(1), 0]);
  const shape = { x: left + 1, y: top, width: Math.max(1, right - left - 2), height: bottom - top };
  return { type: 'rect', shape, style: { fill: color } };
}

function tip(bin) {
  return [
    `Score ${name(bin)}`,
    `${SHARE.format(bin.importantShare)} important (${SHARE.format(bin.low)} to ${SHARE.format(bin.high)})`,
    `${COUNT.format(bin.count)} labels, mean score ${SHARE.format(bin.meanScore)}`,
  ].join('\n');
}
