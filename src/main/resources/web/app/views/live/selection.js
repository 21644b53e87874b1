import { championScore } from '../../chain-model.js';

/** Most cards on the page at once. */
export const MOST_CARDS = 40;

/** How long a finished chain keeps its place while others wait for one, in milliseconds. */
const STAYS_MS = 5000;

/** Whether a chain passes a filter {model, verdict, min, max, text}; empty entries let all pass. */
export function passes(chain, { model, verdict, min, max, text }) {
  if (model && chain.model !== model) return false;
  if (text && !says(chain, text.toLowerCase())) return false;
  if (!verdict && !given(min) && !given(max)) return true;
  return chain.steps.some((step) => stepPasses(step, { verdict, min, max }));
}

/** Whether a step's score by the champion has the verdict and lies in the range of a filter. */
export function stepPasses(step, { verdict, min, max }) {
  const score = championScore(step);
  if (!score || (verdict && score.verdict !== verdict)) return false;
  return score.score >= (given(min) ? Number(min) : 0) && score.score <= (given(max) ? Number(max) : 1);
}

const given = (value) => value !== undefined && value !== null && value !== '';

function says(chain, text) {
  const inPrompt = chain.prompt?.toLowerCase().includes(text);
  return inPrompt || chain.steps.some((step) => step.text?.toLowerCase().includes(text));
}

/**
 * Chooses which chains have a card, newest first: all where there is room. Where there is not, a
 * chain that is shown stays until some seconds after its end, so that it can be read.
 *
 * `shown` holds the ids of the last choice; `now` is as `performance.now()`.
 */
export function choose(candidates, shown, now) {
  if (candidates.length <= MOST_CARDS) return candidates;
  const staying = candidates.filter((chain) => shown.has(chain.chainId));
  const leaving = staying.filter((chain) => mayLeave(chain, now)).reverse();
  const waiting = candidates.filter((chain) => !shown.has(chain.chainId));
  const room = MOST_CARDS - staying.length + leaving.length;
  const coming = new Set(waiting.slice(0, Math.max(0, room)));
  const gone = new Set(leaving.slice(0, Math.max(0, staying.length + coming.size - MOST_CARDS)));
  return candidates.filter((chain) => coming.has(chain) || (shown.has(chain.chainId) && !gone.has(chain)));
}

function mayLeave(chain, now) {
  return chain.state === 'FINISHED' && now - chain.seenFinished > STAYS_MS;
}
