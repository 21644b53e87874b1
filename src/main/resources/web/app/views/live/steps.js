import { css, html, icon, nothing, verdictMark } from '../../base.js';
import { svg } from 'lit';
import { championScore } from '../../chain-model.js';
import { chainHref } from '../../router.js';
import { lead, score as scoreText, verdict, visible } from '../../format.js';

/** Most characters of a step's text in a row of one line. */
const MOST_TEXT = 280;

/** A score in [0, 1] as a bar, without words. */
export function scoreBar(score) {
  const { className } = verdict(score.verdict);
  return html`<svg class="bar ${className}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8"></rect>
    <rect width=${Math.max(1, score.score * 100)} height="8"></rect>
  </svg>`;
}

/** A lead time with its sign; a late one says so. */
export function leadMark(ms) {
  if (ms === null || ms === undefined) return nothing;
  return ms > 0
    ? html`<span class="number">${lead(ms)}</span>`
    : html`<span class="mark bad number" title="The verdict came after the next step was complete"
        >${icon('warning')}late ${lead(ms)}</span
      >`;
}

/** A step's text; says so where it is withheld or not known. */
export function stepText(text, most = MOST_TEXT) {
  if (text === null || text === undefined) return html`<em class="muted">(text withheld)</em>`;
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return html`<span class="foreign" dir="auto">${visible(cut)}</span>`;
}

/** A completed step as a row of a card. */
export function stepRow(chain, step) {
  const score = championScore(step);
  return html`<li class="row" data-testid="step-row" data-index=${step.index} data-chain=${chain.chainId}>
    <a class="index number" href=${chainHref(chain.chainId, step.index)} aria-label="Step ${step.index}"
      >${step.index}</a
    >
    <span class="text">${stepText(step.text)}</span>
    <span class="verdict" data-testid="step-verdict"
      >${score ? verdictMark(score.verdict) : html`<span class="muted">scoring …</span>`}</span
    >
    <span class="score" data-testid="step-score"
      >${score ? html`${scoreBar(score)}<span class="number">${scoreText(score.score)}</span>` : nothing}</span
    >
    <span class="lead" data-testid="step-lead">${leadMark(step.leadTimeMs)}</span>
  </li>`;
}

/** The step that is being written. */
export function pendingRow(chain) {
  const index = (chain.steps.at(-1)?.index ?? -1) + 1;
  return html`<li class="row pending" data-testid="step-pending" data-index=${index}>
    <span class="index number">${index}</span>
    <span class="text muted">being written …</span>
  </li>`;
}

/** All steps of a chain as a row of bars: height by score, colour by verdict. */
export function strip(chain) {
  const steps = chain.steps.slice(-96);
  const count = steps.length + (chain.state === 'RUNNING' ? 1 : 0);
  return html`<svg
    class="strip"
    viewBox="0 0 ${Math.max(1, count * 7 - 2)} 20"
    width=${Math.max(1, count * 7 - 2)}
    height="20"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${steps.map((step, place) => stripBar(championScore(step), place))}
    ${chain.state === 'RUNNING' ? svg`<rect class="writing" x=${steps.length * 7} y="15" width="5" height="5"></rect>` : nothing}
  </svg>`;
}

function stripBar(score, place) {
  const height = score ? 3 + score.score * 17 : 3;
  return svg`<rect class=${score ? verdict(score.verdict).className : 'none'} x=${place * 7} y=${20 - height} width="5" height=${height}></rect>`;
}

export const stepStyles = css`
  .row {
    display: grid;
    grid-template-columns: 1.3rem minmax(0, 1fr) 6.2rem 5rem 6.6rem;
    align-items: center;
    gap: 0 0.6rem;
    height: 1.75rem;
    border-top: 1px solid var(--line);
    font-size: 0.8125rem;
  }
  .index {
    color: var(--muted);
    text-align: right;
    text-decoration: none;
  }
  a.index {
    color: var(--accent);
  }
  a.index:hover {
    text-decoration: underline;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .score {
    display: flex;
    align-items: center;
    gap: 0.45rem;
  }
  .lead {
    color: var(--muted);
    text-align: right;
    white-space: nowrap;
  }
  .lead .mark {
    gap: 0.2rem;
    font-size: 0.75rem;
  }
  .bar {
    flex: 1;
    height: 0.4rem;
    border-radius: 3px;
    fill: var(--uncertain);
  }
  .bar.important {
    fill: var(--important);
  }
  .bar.removable {
    fill: var(--removable);
  }
  .bar .track {
    fill: var(--sunken);
  }
  .strip {
    display: block;
    max-width: 100%;
    fill: var(--line-strong);
  }
  .strip .important {
    fill: var(--important);
  }
  .strip .removable {
    fill: var(--removable);
  }
  .strip .uncertain {
    fill: var(--uncertain);
  }
  .strip .none {
    fill: var(--line);
  }
  .strip .writing {
    fill: var(--accent);
  }
  @media (max-width: 40rem) {
    .row {
      grid-template-columns: 1.3rem 6.2rem minmax(0, 1fr) 6.6rem;
      grid-template-rows: 1.4rem 1.3rem;
      height: 3rem;
      align-content: center;
    }
    .row .text {
      grid-column: 2 / -1;
    }
    .row .verdict {
      grid-column: 2;
    }
  }
`;
