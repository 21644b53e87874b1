import { championScore } from '../../chain-model.js';

/** A chain as it was at a moment. Moments are milliseconds since the chain began. */

const ms = (at) => (at ? Date.parse(at) : null);

/** When a chain began, in milliseconds since 1970. */
export function beginning(chain) {
  return ms(chain.startedAt) ?? ms(chain.steps.find((step) => step.startedAt)?.startedAt) ?? 0;
}

/** How long a chain has lasted so far, at least 1 ms. */
export function length(chain) {
  const ends = chain.steps.map((step) => ms(step.completedAt) ?? 0);
  return Math.max(1, Math.max(ms(chain.finished?.finishedAt) ?? 0, ...ends) - beginning(chain));
}

/** The span of a step: {from, to}, in milliseconds since the chain began; null where not known. */
export function spanOf(chain, step) {
  if (!step.completedAt) return null;
  const start = beginning(chain);
  const to = ms(step.completedAt) - start;
  return { from: step.startedAt ? ms(step.startedAt) - start : to, to };
}

/** All moments at which something changed, in order. */
export function moments(chain) {
  const instants = chain.steps.flatMap((step) => [
    step.startedAt,
    step.completedAt,
    ...step.scores.map((score) => score.writtenAt),
  ]);
  const start = beginning(chain);
  const found = [...instants, chain.finished?.finishedAt].filter(Boolean).map((at) => ms(at) - start);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** How many of the moments have passed. */
export function passed(moments, at) {
  const next = moments.findIndex((moment) => moment > at);
  return next < 0 ? moments.length : next;
}

/** The chain as it was; null means as it is now. */
export function chainAt(chain, at) {
  if (at === null) return { ...chain };
  const until = beginning(chain) + at;
  const steps = chain.steps.filter((step) => known(step, until)).map((step) => stepAt(chain, step, until));
  const finished = chain.finished && ms(chain.finished.finishedAt) <= until ? chain.finished : null;
  return { ...chain, steps, finished, state: finished ? 'FINISHED' : 'RUNNING', ablations: [] };
}

function known(step, until) {
  const at = ms(step.completedAt) ?? ms(championScore(step)?.writtenAt);
  return at === null || at <= until;
}

function stepAt(chain, step, until) {
  const scores = step.scores.filter((score) => ms(score.writtenAt) <= until);
  const next = chain.steps.find((other) => other.index === step.index + 1);
  const timed = next?.completedAt && ms(next.completedAt) <= until && scores.length > 0;
  return { ...step, scores, leadTimeMs: timed ? step.leadTimeMs : null };
}
