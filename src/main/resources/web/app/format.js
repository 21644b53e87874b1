const LOCALE = navigator.languages?.length ? [...navigator.languages] : undefined;
const NONE = '–';

const number = (options) => new Intl.NumberFormat(LOCALE, options);
const WHOLE = number({ maximumFractionDigits: 0 });
const SCORE = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SIGNED = number({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const PERCENT = number({ style: 'percent', maximumFractionDigits: 1 });
const unit = (name, digits = 0) =>
  number({
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
const TENTHS = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const SIGNED_WHOLE = number({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const SIGNED_TENTHS = number({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const DAYS = unit('day', 1);
const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'].map((name) =>
  unit(name, name === 'byte' ? 0 : 1),
);

/** Units of time with the symbols that are the same everywhere: [milliseconds, format, symbol]. */
const UNITS = [
  [3_600_000, TENTHS, 'h'],
  [60_000, TENTHS, 'min'],
  [1000, TENTHS, 's'],
  [1, WHOLE, 'ms'],
];

const CLOCK = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const STAMP = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });
const AGO = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' });
const COLLATOR = new Intl.Collator(LOCALE, { numeric: true });

const DECIMALS = [];

const missing = (value) => value === null || value === undefined || Number.isNaN(value);
const shown = (format) => (value) => (missing(value) ? NONE : format.format(value));

/** A whole number with the locale's separators. */
export const whole = shown(WHOLE);

/** A number with a fixed number of decimals. */
export function decimal(value, digits = 2) {
  if (missing(value)) return NONE;
  DECIMALS[digits] ??= number({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return DECIMALS[digits].format(value);
}

/** A share in [0, 1] as a percentage. */
export const percent = shown(PERCENT);

/** A probability in [0, 1] with two decimals. */
export const score = shown(SCORE);

/** A number with its sign and two decimals. */
export const signed = shown(SIGNED);

/** A duration in milliseconds, in the largest unit that it fills. */
export function duration(ms) {
  if (missing(ms)) return NONE;
  if (Math.abs(ms) >= 86_400_000) return DAYS.format(ms / 86_400_000);
  const [size, format, symbol] = UNITS.find(([least]) => Math.abs(ms) >= least) ?? UNITS.at(-1);
  return measured(format, ms / size, symbol);
}

const measured = (format, value, symbol) => `${format.format(value)}\u00a0${symbol}`;

/** A lead time in milliseconds, with its sign: positive means flagged in time. */
export function lead(ms) {
  if (missing(ms)) return NONE;
  return Math.abs(ms) < 1000 ? measured(SIGNED_WHOLE, ms, 'ms') : measured(SIGNED_TENTHS, ms / 1000, 's');
}

/** A position in milliseconds, as seconds with one decimal. */
export function seconds(ms) {
  return missing(ms) ? NONE : measured(TENTHS, ms / 1000, 's');
}

/** A number of bytes. */
export function bytes(count) {
  if (missing(count)) return NONE;
  const power = Math.min(BYTES.length - 1, Math.floor(Math.log10(Math.max(1, Math.abs(count))) / 3));
  return BYTES[power].format(count / 1000 ** power);
}

/** An instant's time of day. */
export const time = (at) => (missing(at) ? NONE : CLOCK.format(new Date(at)));

/** An instant's date and time. */
export const dateTime = (at) => (missing(at) ? NONE : STAMP.format(new Date(at)));

/** How long ago an instant was. */
export function ago(at, now = Date.now()) {
  if (missing(at)) return NONE;
  const past = new Date(at).getTime() - now;
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ];
  const [name, size] = units.find(([, least]) => Math.abs(past) >= least) ?? units.at(-1);
  return AGO.format(Math.round(past / size), name);
}

/** Orders texts as the browser's locale does, numbers by value. */
export const collate = (a, b) => COLLATOR.compare(a, b);

const VERDICTS = {
  IMPORTANT: { label: 'Important', icon: 'important', className: 'important' },
  UNCERTAIN: { label: 'Uncertain', icon: 'uncertain', className: 'uncertain' },
  REMOVABLE: { label: 'Removable', icon: 'removable', className: 'removable' },
  UNLABELLED: { label: 'Unlabelled', icon: 'unlabelled', className: 'unlabelled' },
};

/** How a verdict or label is shown: {label, icon (a name of icons.js), className}. */
export function verdict(value) {
  return VERDICTS[value] ?? { label: value ?? 'No score', icon: 'unlabelled', className: 'unlabelled' };
}

const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text whose control and invisible direction characters are named, as [U+202E], instead of acting. */
export function visible(text) {
  return text.replace(INVISIBLE, picture);
}

function picture(character) {
  return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The number at the end of a probe's key "model/name/version", and its name: "name v3". */
export function probeName(key) {
  const parts = (key ?? '').split('/');
  return parts.length < 3 ? (key ?? NONE) : `${parts.at(-2)} v${parts.at(-1)}`;
}
