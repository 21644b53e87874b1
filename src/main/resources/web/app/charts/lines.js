import { DASHES, SYMBOLS, axis, baseOption, faded } from './theme.js';
import { axisTime, clockTime } from './locale.js';

const FEW = 40;

const LABEL_HEIGHT = 14;

/**
 * Lines over time.
 *
 * @param chart {unit, series: [{name, points: [[at, value|null]], band: [[at, low, high]]}], format,
 *     min, most, marks: [{name, value}]}; `at` is an instant that Date understands, `format` turns a
 *     value into text
 * @returns a chart for `<lp-chart>`: {option(theme, width), columns, rows, empty}
 */
export function lines(chart) {
  const known = (one) => one.points.some(([, value]) => value !== null);
  const series = chart.series.map((one, index) => ({ ...one, index })).filter(known);
  const named = chart.series.length > 1;
  return {
    unit: chart.unit,
    empty: series.length === 0,
    columns: ['Time', ...series.map((one) => one.name)],
    rows: rows(series, chart.format),
    option: (theme, width, height) => option({ ...chart, series, named }, theme, width >= 520, height),
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

function option(chart, theme, wide, height) {
  const base = baseOption(theme);
  const labels = chart.named;
  const shifts = labelShifts(chart, height);
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
      max: (extent) => (extent.min === extent.max ? chart.most : null),
      splitNumber: 4,
      axisLabel: valueLabel(theme, chart),
    }),
    series: [
      ...chart.series.flatMap((one, i) => drawn(one, theme, wide && labels ? shifts[i] : null)),
      ...bounds(chart, theme),
    ],
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

function drawn(one, theme, shift) {
  const { index } = one;
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
      show: shift !== null,
      offset: [0, shift ?? 0],
      formatter: one.name,
      color,
      fontSize: 11,
      fontFamily: theme.font,
      distance: 8,
    },
    emphasis: { disabled: true },
    z: 3,
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

/** Named bounds: an unseen series, so that the axis reaches them, with a line for each. */
function bounds({ series, marks = [] }, theme) {
  const latest = Math.max(...series.map((one) => new Date(one.points.at(-1)[0])));
  if (marks.length === 0) {
    return [];
  }
  return [
    {
      name: 'bounds',
      type: 'line',
      data: marks.map((mark) => [latest, mark.value]),
      symbol: 'none',
      silent: true,
      lineStyle: { opacity: 0 },
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: theme.text, type: [5, 4], width: 1 },
        label: { position: 'insideStartTop', color: theme.text, fontSize: 11, fontFamily: theme.font },
        data: marks.map((mark) => ({ yAxis: mark.value, label: { formatter: mark.name } })),
      },
    },
  ];
}

/** How far down each line's label moves so that labels of lines that end close do not overlap. */
function labelShifts({ series, marks = [] }, height) {
  const values = series.flatMap((one) => one.points.map(([, value]) => value)).filter((value) => value !== null);
  const all = [...values, ...marks.map((mark) => mark.value)];
  const range = Math.max(...all) - Math.min(...all) || 1;
  const ends = series.map(
    (one) => -(((one.points.findLast(([, value]) => value !== null)?.[1] ?? 0) / range) * height),
  );
  const shifts = series.map(() => 0);
  const order = series.map((_, i) => i).sort((a, b) => ends[a] - ends[b]);
  order.slice(1).forEach((at, i) => {
    const above = order[i];
    const gap = ends[at] + shifts[at] - ends[above] - shifts[above];
    shifts[at] += Math.max(0, LABEL_HEIGHT - gap);
  });
  return shifts;
}

/** What each line was at the time under the pointer: lines need not have been measured together. */
function tip(items, chart) {
  if (items.length === 0) {
    return '';
  }
  const at = items[0].value[0];
  const lines = chart.series.map((one) => `${one.name}  ${text(latest(one.points, at), chart)}`);
  return [clockTime(at), ...lines].join('\n');
}

function latest(points, at) {
  return points.findLast(([time]) => new Date(time).getTime() <= at)?.[1] ?? null;
}

function text(value, chart) {
  return value === null ? '–' : `${chart.format(value)} ${chart.unit ?? ''}`.trimEnd();
}
