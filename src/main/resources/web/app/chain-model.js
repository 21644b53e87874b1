/** What events do to a chain, and what can be read from one. Chains are as the server sends them. */

/** A chain that only its id is known of. */
export function unknownChain(chainId) {
  return {
    chainId,
    model: null,
    prompt: null,
    startedAt: null,
    state: 'RUNNING',
    finished: null,
    steps: [],
    ablations: [],
  };
}

const APPLY = {
  chainStarted: (chain, { model, prompt, startedAt }) => Object.assign(chain, { model, prompt, startedAt }),
  stepCompleted: (chain, { step }) => Object.assign(stepOf(chain, step.index), step, kept(stepOf(chain, step.index))),
  stepScored: (chain, { index, score }) => addScore(stepOf(chain, index), score),
  leadTime: (chain, { index, leadTimeMs }) => Object.assign(stepOf(chain, index), { leadTimeMs }),
  chainFinished: (chain, { finished }) => Object.assign(chain, { state: 'FINISHED', finished }),
  chainAblated: (chain, { ablation }) => addAblation(chain, ablation),
};

/** Changes a chain as an event of the live stream says. */
export function apply(chain, event) {
  APPLY[event.type]?.(chain, event);
}

/** A step's score by the probe that flags; the first score where none is known to be the champion's. */
export function championScore(step) {
  return step.scores.find((score) => score.status === 'CHAMPION') ?? step.scores[0] ?? null;
}

/** How many steps the champion found important, uncertain and removable. */
export function verdictCounts(chain) {
  const counts = { IMPORTANT: 0, UNCERTAIN: 0, REMOVABLE: 0 };
  for (const step of chain.steps) {
    const score = championScore(step);
    if (score) counts[score.verdict]++;
  }
  return counts;
}

/** The latest ablation of a chain, or null. */
export const latestAblation = (chain) => chain.ablations?.at(-1) ?? null;

/** Probes that have scored a chain, champions first: [{probe, name, version, status}]. */
export function probesOf(chain) {
  const probes = new Map();
  for (const { probe, name, version, status } of chain.steps.flatMap((step) => step.scores)) {
    if (!probes.has(probe)) probes.set(probe, { probe, name, version, status });
  }
  const rank = { CHAMPION: 0, CHALLENGER: 1, RETIRED: 2 };
  return [...probes.values()].sort((a, b) => (rank[a.status] ?? 3) - (rank[b.status] ?? 3) || b.version - a.version);
}

function stepOf(chain, index) {
  const direct = chain.steps[index];
  const known = direct?.index === index ? direct : chain.steps.find((step) => step.index === index);
  return known ?? insert(chain.steps, emptyStep(index));
}

function insert(steps, step) {
  const place = steps.findIndex((other) => other.index > step.index);
  steps.splice(place < 0 ? steps.length : place, 0, step);
  return step;
}

function emptyStep(index) {
  return { index, text: null, startedAt: null, completedAt: null, leadTimeMs: null, scores: [] };
}

/** What a completed step must not take back: scores and lead times may come before it. */
const kept = ({ scores, leadTimeMs }) => ({ scores, leadTimeMs });

function addScore(step, score) {
  const others = step.scores.filter((other) => other.probe !== score.probe);
  step.scores = [...others, score];
}

function addAblation(chain, ablation) {
  const others = chain.ablations.filter((other) => other.ablatedAt !== ablation.ablatedAt);
  chain.ablations = [...others, ablation];
}
