import { DASHES, SYMBOLS, axis, baseOption, faded } from './theme.js';
import { axisTime, clockTime } from './time.js';

const FEW = 40;

/**
 * Lines over time.
 *
 * @param chart {unit, series: [{name, points: [[at, value|null]], band: [[at, low, high]]}], format,
 *     min, max, marks: [{name, value}]}; `at` is an instant that Date understands, `format` turns a
 *     value into text
 * @returns a chart for `<lp-chart>`: {option(theme, width), columns, rows, empty}
 */
export function lines(chart) {
  const series = chart.series.filter((one) => one.points.some(([, value]) => value !== null));
  return {
    unit: chart.unit,
    empty: series.length === 0,
    columns: ['Time', ...series.map((one) => one.name)],
    rows: rows(series, chart.format),
    option: (theme, width) => option({ ...chart, series }, theme, width >= 520),
  };
}

function rows(series, format) {
  const byTime = new Map();
  series.forEach((one, column) => {
    const bands = new Map((one.band ?? []).map(([at, low, high]) => [at, [low, high]]));
    for (const [at, value] of one.points) {
      const row = byTime.get(at) ?? series.map(() => '–');
      row[column] = value === null ? '–' : format(value) + range(bands.get(at), format);
      byTime.set(at, row);
    }
  });
  const times = [...byTime.keys()].sort((a, b) => new Date(b) - new Date(a));
  return times.map((at) => [clockTime(at), ...byTime.get(at)]);
}

function range(band, format) {
  return band?.[0] == null ? '' : ` (${format(band[0])} to ${format(band[1])})`;
}

function option(chart, theme, wide) {
  const base = baseOption(theme);
  const labels = chart.series.length > 1;
  return {
    ...base,
    grid: {
      ...base.grid,
      right: wide && labels ? labelRoom(chart.series) : 14,
      top: labels && !wide ? 34 : 14,
    },
    legend: legend(theme, chart.series, labels && !wide),
    tooltip: { ...base.tooltip, formatter: (items) => tip(items, chart) },
    xAxis: axis(theme, { type: 'time', splitLine: { show: false }, axisLabel: timeLabel(theme) }),
    yAxis: axis(theme, {
      type: 'value',
      scale: chart.min === undefined,
      min: chart.min,
      max: chart.max,
      splitNumber: 4,
      axisLabel: valueLabel(theme, chart),
    }),
    series: chart.series.flatMap((one, i) => drawn(one, i, chart, theme, wide && labels)),
  };
}

function labelRoom(series) {
  return 14 + 6.6 * Math.max(...series.map((one) => one.name.length));
}

function legend(theme, series, show) {
  return {
    show,
    data: series.map((one) => one.name),
    selectedMode: false,
    left: 0,
    top: 0,
    itemWidth: 26,
    itemGap: 14,
    textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 11 },
  };
}

function timeLabel(theme) {
  return {
    color: theme.muted,
    fontFamily: theme.font,
    fontSize: 11,
    hideOverlap: true,
    formatter: (at) => axisTime(at),
  };
}

function valueLabel(theme, chart) {
  return { color: theme.muted, fontFamily: theme.font, fontSize: 11, formatter: chart.format };
}

function drawn(one, index, chart, theme, labelled) {
  const color = theme.series[index % theme.series.length];
  const main = {
    name: one.name,
    type: 'line',
    data: one.points.map(([at, value]) => [new Date(at).getTime(), value]),
    color,
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 6,
    showSymbol: one.points.length <= FEW,
    lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
    endLabel: {
      show: labelled,
      formatter: one.name,
      color,
      fontSize: 11,
      fontFamily: theme.font,
      distance: 8,
    },
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { disabled: true },
    z: 3,
    markLine: index === 0 ? marks(chart.marks, theme) : undefined,
  };
  return [...band(one, index, color), main];
}

/** A band is an unseen line with a filled one stacked on it. */
function band(one, index, color) {
  const points = (one.band ?? []).filter(([, low]) => low !== null);
  if (points.length === 0) {
    return [];
  }
  const side = (name, value, fill) => ({
    name,
    type: 'line',
    stack: `band ${index}`,
    stackStrategy: 'all',
    data: points.map((point) => [new Date(point[0]).getTime(), value(point)]),
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    areaStyle: fill,
    tooltip: { show: false },
    z: 1,
  });
  return [
    side(`${one.name} low`, ([, low]) => low, undefined),
    side(`${one.name} high`, ([, low, high]) => high - low, {
      color: faded(color, 0.16),
      origin: 'auto',
    }),
  ];
}

function marks(list, theme) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.text, type: [5, 4], width: 1 },
    label: { position: 'insideStartTop', color: theme.text, fontSize: 11, fontFamily: theme.font },
    data: (list ?? []).map((mark) => ({ yAxis: mark.value, label: { formatter: mark.name } })),
  };
}

function tip(items, chart) {
  const named = items.filter((item) => chart.series.some((one) => one.name === item.seriesName));
  if (named.length === 0) {
    return '';
  }
  const lines = named.map((item) => `${item.seriesName}  ${text(item.value[1], chart)}`);
  return [clockTime(named[0].value[0]), ...lines].join('\n');
}

function text(value, chart) {
  return value === null ? '–' : `${chart.format(value)} ${chart.unit ?? ''}`.trimEnd();
}
