/**
 * Colours and dashes of charts, taken from the page's custom properties where it sets them.
 * Series differ by dash, symbol and pattern too, never by colour alone.
 */

const DARK = {
  text: '#e7ebf0',
  muted: '#a3adba',
  line: '#39424e',
  surface: '#161b22',
  series: ['#7db4ff', '#ffb366', '#5fd0bb', '#d2a8ff', '#b5bec9', '#ff9ba6'],
};

const LIGHT = {
  text: '#1c2430',
  muted: '#566172',
  line: '#d5dae1',
  surface: '#ffffff',
  series: ['#1d5fc4', '#b05600', '#00766a', '#7a3fa8', '#556070', '#b3263b'],
};

/** Dashes of series, in order: each line can be told apart without its colour. */
export const DASHES = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 4]];

/** Symbols of series, in order. */
export const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'roundRect'];

/** Patterns of filled series, in order; the first is plain. */
export const DECALS = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    symbolSize: 0.8,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
];

const PROPERTIES = { text: '--text', muted: '--muted', line: '--line', surface: '--surface' };

/** The theme that an element is shown in: {dark, text, muted, line, surface, series[], font}. */
export function themeOf(element) {
  const style = getComputedStyle(element);
  const dark = isDark(style.color);
  const theme = { dark, font: style.fontFamily, ...(dark ? DARK : LIGHT) };
  for (const [name, property] of Object.entries(PROPERTIES)) {
    theme[name] = style.getPropertyValue(property).trim() || theme[name];
  }
  return theme;
}

/** Light text means a dark page. */
function isDark(color) {
  const [r, g, b] = (color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b > 128;
}

/** A colour's hex form with an opacity in [0, 1]. */
export function faded(hex, opacity) {
  const alpha = Math.round(opacity * 255);
  return hex + alpha.toString(16).padStart(2, '0');
}

/** What all charts share: text, grid, and a tooltip drawn on the canvas (no inline styles). */
export function baseOption(theme) {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.font, color: theme.text, fontSize: 12 },
    grid: {
      left: 8,
      right: 12,
      top: 14,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: tooltip(theme),
  };
}

function tooltip(theme) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [8, 10],
    textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 12, lineHeight: 17 },
    axisPointer: { type: 'line', lineStyle: { color: theme.muted, type: [3, 3] } },
  };
}

/** The look of an axis; `more` adds to it. */
export function axis(theme, more = {}) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: theme.muted, fontFamily: theme.font, fontSize: 11, hideOverlap: true },
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
    nameTextStyle: { color: theme.muted, fontFamily: theme.font, fontSize: 11 },
    ...more,
  };
}
