import { LOCALE } from '../../charts/locale.js';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
].map(([unit, ms]) => ({ ms, format: numbers(unit) }));

function numbers(unit) {
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 1 });
}

/**
 * The names of the bins between bounds in milliseconds: one more than there are bounds. The first
 * is below all bounds, the last is at or above them.
 */
export function binNames(boundsMs) {
  const between = boundsMs.slice(1).map((to, i) => range(boundsMs[i], to));
  return [`< ${one(boundsMs[0])}`, ...between, `≥ ${one(boundsMs.at(-1))}`];
}

function range(from, to) {
  const { ms, format } = unitOf(from, to);
  return format.formatRange(from / ms, to / ms);
}

function one(bound) {
  const { ms, format } = unitOf(bound, bound);
  return format.format(bound / ms);
}

/** The largest unit that the bounds reach and in which they are whole or half numbers. */
function unitOf(from, to) {
  const most = Math.max(Math.abs(from), Math.abs(to));
  const even = (bound, ms) => Number.isInteger((2 * bound) / ms);
  return UNITS.find(({ ms }) => most >= ms && even(from, ms) && even(to, ms)) ?? UNITS.at(-1);
}
