import { html } from '../../base.js';
import { championScore } from '../../chain-model.js';
import { score as scoreText, whole } from '../../format.js';

const TOPS = [3, 5, 10, 20];

/** The indexes of the steps that a filter {top, min} keeps; null means all. */
export function keptSteps(chain, { top, min }) {
  if (!top && !Number(min)) return null;
  const scored = chain.steps.map((step) => ({ index: step.index, score: championScore(step)?.score ?? -1 }));
  const above = scored.filter(({ score }) => score >= Number(min ?? 0));
  const best = above.sort((a, b) => b.score - a.score).slice(0, Number(top) || above.length);
  return new Set(best.map(({ index }) => index));
}

/** The importance filter of a chain as it is shown; `change` is called with the new filter. */
export function importanceFilter(chain, keep, filter, change) {
  const { top = '', min = '0' } = filter;
  const count = keep ? chain.steps.filter((step) => keep.has(step.index)).length : chain.steps.length;
  return html`<div class="toolbar" role="group" aria-label="Importance">
    <label class="field"
      ><span>Steps</span>
      <select data-testid="top-n" @change=${(event) => change({ ...filter, top: event.target.value || undefined })}>
        <option value="" ?selected=${top === ''}>All</option>
        ${TOPS.map((count) => html`<option value=${count} ?selected=${String(count) === top}>The ${count} most important</option>`)}
      </select>
    </label>
    <label class="field"
      ><span>Score at least ${scoreText(Number(min))}</span>
      <input
        type="range"
        min="0"
        max="1"
        step="0.01"
        .value=${min}
        data-testid="threshold"
        @input=${(event) => change({ ...filter, min: Number(event.target.value) ? event.target.value : undefined })}
      />
    </label>
    <span class="kept muted small" role="status" data-testid="kept"
      >${whole(count)} of ${whole(chain.steps.length)} steps</span
    >
  </div>`;
}
