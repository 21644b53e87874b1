import { lead, percent, whole } from '../../format.js';
import { histogram } from '../../charts/histogram.js';
import { binNames } from '../shared/bins.js';

const IN_TIME = 0;
const MISSED = 1;

/** How long flags came before the next step was complete; bins up to zero are missed deadlines. */
export function leadTimes({ boundsMs, counts }) {
  const names = binNames(boundsMs);
  const bins = names.map((name, i) => ({ name, count: counts[i], kind: boundsMs[i] <= 0 ? MISSED : IN_TIME }));
  return histogram({ unit: 'flags', over: 'Lead time', kinds: ['In time', 'Deadline missed'], bins, format: whole });
}

/** The same in a sentence. */
export function leadWords({ steps, missed, missedShare, p1Ms, p50Ms, p99Ms }) {
  if (steps === 0) return '';
  const missing = `${whole(missed)} of ${whole(steps)} flags (${percent(missedShare)}) missed the deadline: they came after the next step was complete.`;
  return `${missing} Median ${lead(p50Ms)}, 1st percentile ${lead(p1Ms)}, 99th ${lead(p99Ms)}.`;
}
