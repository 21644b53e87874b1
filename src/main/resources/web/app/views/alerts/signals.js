import { decimal, percent, whole } from '../../format.js';

const share = { format: percent, most: 1 };

const count = { format: whole, whole: true };

const figure = { format: (value) => decimal(value, 3) };

/** What rules watch: its name, how its values are written, and which way is worse. */
const SIGNALS = {
  REMOVABLE_STREAK: { name: 'Removable steps in a row', ...count },
  REMOVABLE_SHARE: { name: 'Share of removable steps', ...share },
  MISSED_DEADLINES: { name: 'Missed deadlines', ...share },
  UNCERTAIN_SHARE: { name: 'Share of uncertain steps', ...share },
  LOW_AUROC: { name: 'Low AUROC', ...figure, most: 1, lowIsBad: true },
  CALIBRATION_ERROR: { name: 'Calibration error', ...figure, most: 1 },
  SCORE_DRIFT: { name: 'Drift of scores', ...figure },
  ACTIVATION_DRIFT: { name: 'Drift of activations', ...figure },
  DEAD_LETTERS: { name: 'Dead letters', ...count },
};

/** {name, format: value => text, whole: only whole numbers, most: upper limit, lowIsBad}. */
export function signalOf(rule) {
  return SIGNALS[rule?.signal] ?? { name: rule?.id ?? 'Unknown rule', ...figure };
}

/** How a value is written together with the unit that is not clear from it. */
export function valueText(rule, value) {
  const signal = signalOf(rule);
  return signal.whole && rule?.unit ? `${signal.format(value)} ${rule.unit}` : signal.format(value);
}

/** "≥ 70%", or "≤ 0.75" where low values are bad. */
export const raisedAt = (rule) => `${signalOf(rule).lowIsBad ? '≤' : '≥'} ${valueText(rule, rule.raiseAt)}`;

/** Where an incident of the rule ends. */
export const clearedAt = (rule) => `${signalOf(rule).lowIsBad ? '≥' : '≤'} ${valueText(rule, rule.clearAt)}`;

/** What is wrong with a rule that someone typed: {field: sentence}; empty if nothing is. */
export function faultsOf(rule) {
  const faults = { ...level('raiseAt', rule), ...level('clearAt', rule) };
  if (!faults.raiseAt && !faults.clearAt && !ordered(rule)) faults.clearAt = orderFault(rule);
  if (!atLeast(rule.window, 1)) faults.window = 'A whole number from 1 on is expected.';
  if (!atLeast(rule.notificationsPerMinute, 0)) faults.notificationsPerMinute = 'A whole number from 0 on is expected.';
  return faults;
}

function level(field, rule) {
  const { most = Infinity, whole: wholeOnly } = signalOf(rule);
  const value = rule[field];
  if (!Number.isFinite(value) || value < 0 || value > most) {
    return {
      [field]: most === Infinity ? 'A number from 0 on is expected.' : `A number from 0 to ${most} is expected.`,
    };
  }
  return wholeOnly && !Number.isInteger(value) ? { [field]: 'A whole number is expected.' } : {};
}

function ordered({ raiseAt, clearAt, ...rule }) {
  return signalOf(rule).lowIsBad ? clearAt >= raiseAt : clearAt <= raiseAt;
}

function orderFault(rule) {
  const side = signalOf(rule).lowIsBad ? 'at least' : 'at most';
  return `Must be ${side} the level that raises, ${rule.raiseAt}: otherwise an incident could not end.`;
}

const atLeast = (value, least) => Number.isInteger(value) && value >= least;
