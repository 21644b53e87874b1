import { LpElement, css, html, icon, nothing } from '../../base.js';
import { time, visible, whole } from '../../format.js';
import { chainHref } from '../../router.js';
import { pendingRow, stepRow, stepStyles, strip } from './steps.js';

/** Rows of a card that is not unfolded: its height does not change while a chain is written. */
const ROWS = 5;
const MOST_PROMPT = 400;

/** Tells cards whether they can be seen, or soon will. */
const sight = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => target.seen(isIntersecting)),
  { rootMargin: '300px' },
);

/** One chain of the live view. Renders only when `revision` changes, and only where it can be seen. */
class LpChainCard extends LpElement {
  #inSight = false;
  #late = false;

  static properties = { chain: { attribute: false }, revision: { type: Number }, unfolded: { state: true } };

  static styles = [
    LpElement.styles,
    stepStyles,
    css`
      :host {
        contain: layout style;
        content-visibility: auto;
        contain-intrinsic-size: auto 19rem;
      }
      .panel {
        display: grid;
        gap: 0.45rem;
        padding: 0.7rem 0.9rem 0.4rem;
      }
      .head,
      .foot {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        font-size: 0.8125rem;
        color: var(--muted);
      }
      .head .model {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .head .id {
        margin-left: auto;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .foot {
        min-height: 2rem;
        justify-content: space-between;
      }
      .foot button {
        min-height: 1.75rem;
        margin-left: -0.7rem;
        color: var(--accent);
        font-size: 0.8125rem;
      }
      .question {
        display: -webkit-box;
        min-height: 2.7em;
        overflow: hidden;
        color: var(--text);
        font-size: 0.875rem;
        font-weight: 600;
        line-height: 1.35;
        text-decoration: none;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .question:hover {
        text-decoration: underline;
      }
      .rows {
        min-height: calc(5 * 1.75rem);
        align-content: start;
      }
      .answer {
        display: flex;
        gap: 0.5rem;
        min-width: 0;
        color: var(--text);
      }
      .answer .value {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-width: 14rem;
        font-weight: 600;
      }
      @media (max-width: 40rem) {
        .rows {
          min-height: calc(3 * 3rem);
        }
        .head .id {
          display: none;
        }
        .head .number {
          margin-left: auto;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    sight.observe(this);
    this.until(() => sight.unobserve(this));
  }

  /** Called when it comes into sight and when it goes. */
  seen(inSight) {
    this.#inSight = inSight;
    if (inSight && this.#late) this.requestUpdate();
  }

  shouldUpdate() {
    const now = this.#inSight || !this.hasUpdated;
    this.#late = !now;
    return now;
  }

  render() {
    const { chain } = this;
    return html`<article class="panel" data-testid="live-chain" data-chain=${chain.chainId} data-state=${chain.state}>
      <div class="head">
        ${this.#state()}
        <span class="model">${chain.model ?? 'unknown model'}</span>
        <span class="number">${time(chain.startedAt)}</span>
        <span class="id mono">${chain.chainId}</span>
      </div>
      <h2><a class="question foreign" dir="auto" href=${chainHref(chain.chainId)}>${this.#question()}</a></h2>
      ${strip(chain)}
      <ol class="rows">
        ${this.#rows()}
      </ol>
      <div class="foot"><span>${this.#fold()}</span>${this.#answer()}</div>
    </article>`;
  }

  #state() {
    const { state, finished } = this.chain;
    if (state === 'RUNNING') return html`<lp-pill tone="accent" icon="dot">Running</lp-pill>`;
    if (finished?.correct === true) return html`<lp-pill tone="good" icon="check">Right</lp-pill>`;
    if (finished?.correct === false) return html`<lp-pill tone="bad" icon="cross">Wrong</lp-pill>`;
    return html`<lp-pill icon="info">Finished</lp-pill>`;
  }

  #question() {
    const { prompt } = this.chain;
    if (!prompt) return '(question not known)';
    return visible(prompt.length > MOST_PROMPT ? `${prompt.slice(0, MOST_PROMPT)}…` : prompt);
  }

  #rows() {
    const { chain } = this;
    const running = chain.state === 'RUNNING';
    const rows = this.unfolded ? chain.steps : chain.steps.slice(running ? 1 - ROWS : -ROWS);
    return [...rows.map((step) => stepRow(chain, step)), running ? pendingRow(chain) : nothing];
  }

  #fold() {
    const { length } = this.chain.steps;
    if (length <= ROWS) return length === 1 ? '1 step' : `${whole(length)} steps`;
    const text = this.unfolded ? 'Show the last steps only' : `Show all ${whole(length)} steps`;
    return html`<button
      type="button"
      class="quiet"
      aria-expanded=${Boolean(this.unfolded)}
      @click=${() => (this.unfolded = !this.unfolded)}
    >
      ${text}
    </button>`;
  }

  #answer() {
    const { finished } = this.chain;
    if (!finished) return nothing;
    if (finished.answer === null)
      return html`<span class="answer" data-testid="live-answer">no answer (${finished.reason})</span>`;
    return html`<span class="answer" data-testid="live-answer">
      <span class="muted">Answer</span>
      <span class="value foreign" dir="auto">${visible(finished.answer.slice(0, 200))}</span>
      ${this.#correctness(finished.correct)}
    </span>`;
  }

  #correctness(correct) {
    if (correct === null || correct === undefined)
      return html`<span class="mark unlabelled">${icon('question')}not known</span>`;
    return correct
      ? html`<span class="mark good">${icon('check')}right</span>`
      : html`<span class="mark bad">${icon('cross')}wrong</span>`;
  }
}

customElements.define('lp-chain-card', LpChainCard);
