import { LOCALE } from './locale.js';
import { DECALS, axis, baseOption } from './theme.js';

/**
 * Counts in bins, a bar each.
 *
 * @param chart {unit, over: what the bins are of, bins: [{name, count, kind}], kinds: [name], format};
 *     `kind` is an index into `kinds`: bars of different kinds differ in colour and pattern
 * @returns a chart for `<lp-chart>`
 */
export function histogram(chart) {
  const total = chart.bins.reduce((sum, bin) => sum + bin.count, 0);
  return {
    unit: chart.unit,
    empty: total === 0,
    columns: [chart.over, chart.unit, 'Share'],
    rows: chart.bins.map((bin) => [bin.name, chart.format(bin.count), share(bin.count, total)]),
    option: (theme, width) => option(chart, theme, width, total),
  };
}

function share(count, total) {
  const format = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
  return total === 0 ? '–' : format.format(count / total);
}

function option(chart, theme, width, total) {
  const base = baseOption(theme);
  const kinds = chart.kinds ?? [chart.unit];
  return {
    ...base,
    grid: { ...base.grid, top: kinds.length > 1 ? 44 : 22 },
    legend: legend(theme, kinds),
    tooltip: {
      ...base.tooltip,
      axisPointer: { type: 'none' },
      formatter: (items) => tip(items, chart, total),
    },
    xAxis: axis(theme, {
      type: 'category',
      data: chart.bins.map((bin) => bin.name),
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.line } },
      axisLabel: names(theme, width / chart.bins.length),
    }),
    yAxis: axis(theme, {
      type: 'value',
      splitNumber: 3,
      minInterval: 1,
      axisLabel: counts(theme, chart),
    }),
    series: kinds.map((kind, index) => bars(kind, index, chart, theme)),
  };
}

/** Narrow bars turn the names of their bins. */
function names(theme, room) {
  return {
    color: theme.muted,
    fontFamily: theme.font,
    fontSize: 11,
    interval: 0,
    rotate: room < 62 ? 45 : 0,
  };
}

function counts(theme, chart) {
  return { color: theme.muted, fontFamily: theme.font, fontSize: 11, formatter: chart.format };
}

function legend(theme, kinds) {
  return {
    show: kinds.length > 1,
    data: kinds,
    selectedMode: false,
    left: 0,
    top: 0,
    itemGap: 16,
    textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 11 },
  };
}

function bars(kind, index, chart, theme) {
  return {
    name: kind,
    type: 'bar',
    stack: 'all',
    barCategoryGap: '18%',
    data: chart.bins.map((bin) => ((bin.kind ?? 0) === index && bin.count > 0 ? bin.count : null)),
    itemStyle: { color: theme.series[index], borderRadius: [2, 2, 0, 0], decal: DECALS[index] },
    label: {
      show: true,
      position: 'top',
      color: theme.text,
      fontSize: 11,
      fontFamily: theme.font,
      formatter: ({ value }) => (value === null ? '' : chart.format(value)),
    },
    labelLayout: { hideOverlap: true },
    emphasis: { disabled: true },
  };
}

function tip(items, chart, total) {
  const bin = chart.bins[items[0].dataIndex];
  return `${bin.name}\n${chart.format(bin.count)} ${chart.unit}  (${share(bin.count, total)})`;
}
