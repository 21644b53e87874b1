import { decimal } from '../../format.js';
import { lines } from '../../charts/lines.js';
import { figures } from '../shared/parts.js';

const LATEST = 5;

/** The mean rates of the last 10 seconds, in words. */
export function headline(flow) {
  const latest = flow.rates.slice(-LATEST);
  const mean = (field) => latest.reduce((sum, rate) => sum + rate[field], 0) / Math.max(1, latest.length);
  const rate = (field) => decimal(mean(field), 1);
  return figures([
    ['Steps', rate('steps'), '/s'],
    ['Scores', rate('scores'), '/s'],
    ['Low-importance alerts', rate('lowImportanceAlerts'), '/s'],
    ['Important alerts', rate('importantAlerts'), '/s'],
    ['Chains', rate('chains'), '/s'],
    ['Dead letters', rate('deadLetters'), '/s'],
  ]);
}

/** Steps, scores and alerts per second over time. */
export function throughput(rates) {
  const series = (name, value) => ({ name, points: rates.map((rate) => [rate.at, value(rate)]) });
  return lines({
    unit: 'per second',
    min: 0,
    format: (value) => decimal(value, Number.isInteger(value) ? 0 : 1),
    series: [
      series('Steps', (rate) => rate.steps),
      series('Scores', (rate) => rate.scores),
      series('Alerts', (rate) => rate.lowImportanceAlerts + rate.importantAlerts),
    ],
  });
}
