import { css, html, icon, nothing } from '../../base.js';
import { latestAblation, verdictCounts } from '../../chain-model.js';
import { dateTime, decimal, duration, time, verdict, visible, whole } from '../../format.js';

/** What is known of a chain as a whole, as a list of names and values. */
export function facts(chain) {
  const { sampling, finished } = chain;
  return html`<dl class="facts">
    ${fact('Answer', answer(chain))} ${fact('Model', chain.model)} ${fact('Verdicts', counts(chain))}
    ${fact('Begun', html`<span class="number">${dateTime(chain.startedAt)}</span>`)} ${fact('Took', took(chain))}
    ${finished ? fact('Tokens', html`<span class="number">${whole(finished.promptTokens)} + ${whole(finished.completionTokens)}</span>`) : nothing}
    ${sampling ? fact('Sampling', settings(sampling)) : nothing}
    ${chain.problemId ? fact('Problem', html`<span class="mono foreign">${chain.problemId}</span>`) : nothing}
    ${chain.modelFingerprint ? fact('Model fingerprint', html`<span class="mono foreign">${chain.modelFingerprint.slice(0, 24)}</span>`) : nothing}
  </dl>`;
}

const fact = (name, value) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function answer({ state, finished, answerKey }) {
  if (!finished) return html`<span class="muted">${state === 'RUNNING' ? 'not yet' : 'not known'}</span>`;
  const text = finished.answer === null ? `none (${finished.reason})` : visible(finished.answer.slice(0, 300));
  return html`<span class="answer" data-testid="chain-answer">
    <strong class="foreign" dir="auto">${text}</strong> ${correctness(finished.correct)}
    ${answerKey && finished.correct === false ? html`<span class="muted">key: <span class="foreign" dir="auto">${visible(answerKey)}</span></span>` : nothing}
  </span>`;
}

function correctness(correct) {
  if (correct === null || correct === undefined)
    return html`<span class="mark unlabelled">${icon('question')}not known whether right</span>`;
  return correct
    ? html`<span class="mark good">${icon('check')}right</span>`
    : html`<span class="mark bad">${icon('cross')}wrong</span>`;
}

function counts(chain) {
  return html`<span class="counts"
    >${Object.entries(verdictCounts(chain)).map(([name, count]) => {
      const { label, icon: shape, className } = verdict(name);
      return html`<span class="mark ${className} number" title=${label}
        >${icon(shape)}${whole(count)}<span class="hidden-text"> ${label}</span></span
      >`;
    })}</span
  >`;
}

function took({ startedAt, finished }) {
  if (!finished) return html`<span class="muted">still running</span>`;
  return html`<span class="number">${duration(Date.parse(finished.finishedAt) - Date.parse(startedAt))}</span>`;
}

function settings({ temperature, topP, maxNewTokens, seed }) {
  return html`<span class="settings"
    >temperature ${decimal(temperature, 2)}, top-p ${decimal(topP, 2)}, at most ${whole(maxNewTokens)} tokens, seed
    ${seed ?? '–'}</span
  >`;
}

const OUTCOMES = {
  LABELLED: 'Labelled',
  INCORRECT: 'Not labelled: the answer is wrong',
  NOT_NECESSARY: 'Not labelled: the model reaches the answer without the chain',
  NOT_SUFFICIENT: 'Not labelled: no part of the chain leads the model to the answer often enough',
  NOTHING_TO_ASK: 'Not labelled: the right answer or the text of the steps is not known',
  TOO_LONG: 'Not labelled: the chain leaves the model no room for an answer',
  FAILED: 'Not labelled: the model could not be asked',
};
const METHODS = { INFLUENCE: 'in the order of influence', RANDOM: 'in random order', LEAVE_ONE_OUT: 'one by one' };
const MEASURES = { MEAN_PERPLEXITY: 'by mean perplexity', WORST_STEP: 'by the worst step' };

/** What ablation has found of a chain, as a sentence; says so where there is none yet. */
export function ablationSummary(chain) {
  const ablation = latestAblation(chain);
  if (!ablation)
    return html`<p class="muted small">
      No ablation of this chain yet: labels, sufficiency and attainability appear here when they arrive.
    </p>`;
  return html`<p class="small" data-testid="ablation">
    <strong>${OUTCOMES[ablation.outcome] ?? ablation.outcome}</strong>, ${time(ablation.ablatedAt)}${kept(ablation)}.
    <span class="muted">
      Steps were removed ${METHODS[ablation.method] ?? ablation.method} and compared
      ${MEASURES[ablation.measure] ?? ablation.measure}; ${whole(ablation.completions)} completions at temperature
      ${decimal(ablation.temperature, 1)}; sufficiency ≥ ${decimal(ablation.sufficiencyAtLeast, 1)}, attainability ≥
      ${decimal(ablation.attainabilityAtLeast, 1)}; ${whole(ablation.forwardPasses)} forward passes in
      ${duration(ablation.elapsedMs)}.
    </span>
  </p>`;
}

function kept({ outcome, coreSteps, prefixSteps }) {
  return outcome === 'LABELLED' ? `: ${whole(coreSteps)} of ${whole(prefixSteps)} steps hold the answer up` : '';
}

export const factStyles = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 2rem;
  }
  dt {
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 550;
  }
  dd {
    max-width: 32rem;
    overflow-wrap: anywhere;
  }
  .settings {
    font-variant-numeric: tabular-nums;
  }
  .answer,
  .counts {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.7rem;
  }
  .answer strong {
    font-weight: 700;
  }
`;
