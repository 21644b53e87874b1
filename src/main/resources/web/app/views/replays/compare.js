import { LpElement, css, html, nothing } from '../../base.js';
import { get, withQuery } from '../../api.js';
import { setQuery } from '../../router.js';
import { choice } from '../shared/parts.js';
import { view } from '../shared/styles.js';
import { comparison } from './comparison.js';

const LIVE = 'live';

/** Compares what two sources, the live stream or a run, said of the same steps. */
class LpCompare extends LpElement {
  static properties = {
    query: { attribute: false },
    runs: { attribute: false },
    first: { state: true },
    second: { state: true },
    result: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  static styles = [
    LpElement.styles,
    view,
    css`
      .toolbar {
        margin-bottom: 1rem;
      }
      .result {
        display: grid;
        gap: 1.25rem;
      }
      .matrix {
        width: auto;
      }
      .matrix th,
      .matrix td {
        padding: 0.4rem 0.75rem;
      }
      .matrix td {
        position: relative;
        min-width: 4.5rem;
        background: color-mix(in srgb, var(--accent) var(--depth, 0%), transparent);
        text-align: right;
      }
      .matrix .same {
        font-weight: 650;
        outline: 1px solid var(--line-strong);
        outline-offset: -2px;
      }
      h3 {
        margin-bottom: 0.4rem;
      }
    `,
  ];

  constructor() {
    super();
    this.runs = [];
    this.first = LIVE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.first = this.query?.first ?? LIVE;
    this.second = this.query?.second;
    if (this.second) this.#compare();
  }

  render() {
    return html`<section class="panel" aria-labelledby="compare">
      <h2 id="compare">Compare</h2>
      ${this.runs.length === 0 ? this.#blank() : this.#form()}
      ${this.error ? html`<lp-error .error=${this.error}></lp-error>` : nothing}
      <div role="status" aria-live="polite">${this.busy ? html`<p class="muted">Reading both …</p>` : nothing}</div>
      ${this.result ? comparison(this.result) : nothing}
    </section>`;
  }

  #blank() {
    return html`<p class="blank">There is nothing to compare with live scores yet: start a run first.</p>`;
  }

  #form() {
    const sources = [[LIVE, 'Live'], ...this.runs.map(({ run }) => [run, run])];
    return html`<form class="toolbar" @submit=${(event) => this.#submit(event)}>
      ${choice('First', this.first, sources, (source) => (this.first = source), 'compare-first')}
      ${choice('Second', this.#second(), sources, (source) => (this.second = source), 'compare-second')}
      <button ?disabled=${this.busy} data-testid="compare">Compare</button>
    </form>`;
  }

  #second() {
    return this.second ?? this.runs[0]?.run;
  }

  #submit(event) {
    event.preventDefault();
    setQuery({ first: this.first, second: this.#second() });
    return this.#compare();
  }

  async #compare() {
    this.busy = true;
    this.error = null;
    try {
      this.result = await get(withQuery('/replays/compare', { first: this.first, second: this.#second() }));
    } catch (error) {
      this.result = null;
      this.error = error;
    }
    this.busy = false;
  }
}

customElements.define('lp-compare', LpCompare);
