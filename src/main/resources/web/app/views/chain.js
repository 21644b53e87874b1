import { LpElement, css, html, icon, nothing } from '../base.js';
import { get } from '../api.js';
import { apply, latestAblation, probesOf } from '../chain-model.js';
import { href, setQuery } from '../router.js';
import '../long-text.js';
import { ablationSummary, factStyles, facts } from './chain/facts.js';
import { importanceFilter, keptSteps } from './chain/importance.js';
import { follow } from './chain/stream.js';
import { chainAt, moments, passed } from './chain/timeline.js';
import './chain/influence.js';
import './chain/layers.js';
import './chain/player.js';
import './chain/steps.js';

/** One chain: its question, steps, scores, labels and answer, now or at a moment of its life. */
export class LpChain extends LpElement {
  static properties = {
    chainId: {},
    query: { attribute: false },
    chain: { state: true },
    error: { state: true },
    at: { state: true },
    selected: { state: true },
    filter: { state: true },
  };
  #moments = null;
  #end = () => {};

  static styles = [
    LpElement.styles,
    factStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
        margin-bottom: 0.6rem;
      }
      .top .mono {
        overflow-wrap: anywhere;
      }
      h1 {
        max-width: 60rem;
        margin-bottom: 0.9rem;
        font-size: 1.125rem;
      }
      .stack,
      .pair {
        display: grid;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .pair {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
      }
      .notice {
        color: var(--warn);
      }
      .kept {
        line-height: 2rem;
      }
    `,
  ];

  constructor() {
    super();
    this.at = null;
    this.filter = {};
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  willUpdate(changed) {
    if (changed.has('chainId')) this.#load();
    if (changed.has('query')) this.#place(this.query ?? {});
  }

  #place({ step, at, top, min }) {
    this.selected = wholeOf(step);
    this.at = wholeOf(at);
    this.filter = { top, min };
  }

  async #load() {
    const { chainId } = this;
    this.#end();
    Object.assign(this, { chain: null, error: null });
    try {
      const chain = await get(`/chains/${encodeURIComponent(chainId)}`);
      if (chainId === this.chainId && this.isConnected) this.#begin(chain);
    } catch (error) {
      this.error = error;
    }
  }

  async #begin(chain) {
    this.#take(chain);
    this.#end = follow(chain, {
      replace: (whole) => this.#take(whole),
      change: (event) => this.#change(event),
    });
    await this.updateComplete;
    await this.#steps()?.updateComplete;
    this.#steps()?.renderRoot.querySelector('.chosen')?.scrollIntoView({ block: 'center' });
  }

  #steps() {
    return this.renderRoot.querySelector('lp-steps');
  }

  #take(chain) {
    this.chain = chain;
    this.#moments = null;
  }

  #change(event) {
    apply(this.chain, event);
    this.#moments = null;
    this.requestUpdate();
  }

  /** The heading stays the same element, so that it keeps the focus while the chain is read. */
  render() {
    return html`
      ${this.#top()}
      <h1 tabindex="-1" data-testid=${this.#missing() ? 'chain-missing' : 'chain-question'}>${this.#heading()}</h1>
      ${this.error ? this.#failed() : nothing} ${this.chain ? this.#content() : nothing}
    `;
  }

  #missing() {
    return this.error?.status === 404;
  }

  #heading() {
    if (this.#missing()) return 'This chain is not kept here';
    if (!this.chain) return this.error ? 'Chain' : 'Reading the chain …';
    return this.chain.prompt ? html`<lp-long-text flow .text=${this.chain.prompt}></lp-long-text>` : '(question not known)';
  }

  #content() {
    const chain = chainAt(this.chain, this.at);
    const keep = keptSteps(this.chain, this.filter);
    return html`<div class="stack">
        <section class="panel" aria-label="Facts">${facts(chain)}</section>
        ${this.chain.truncated ? html`<p class="notice">${icon('warning')} Only a part of this chain is kept.</p>` : nothing}
        <section class="panel" aria-label="Time">
          <lp-player
            .chain=${{ ...this.chain }}
            .at=${this.at}
            .selected=${this.selected}
            @lp-at=${(event) => this.#moved(event.detail)}
          ></lp-player>
        </section>
        <h2 class="hidden-text">Steps</h2>
        ${importanceFilter(chain, keep, this.filter, (filter) => this.#narrow(filter))}
        <lp-steps .chain=${chain} .keep=${keep} .selected=${this.selected} .query=${this.#asQuery()}></lp-steps>
        ${this.at === null ? ablationSummary(chain) : html`<p class="muted small">Labels came after the end; they are shown there.</p>`}
      </div>
      <div class="pair">${this.#influence()} ${this.#layers()}</div>`;
  }

  #top() {
    return html`<div class="top">
      <a class="button" href="#/live">${icon('back')}Live</a>
      <span class="mono foreign">${this.chainId}</span>
      ${this.chain?.state === 'RUNNING' ? html`<lp-pill tone="accent" icon="dot">Running</lp-pill>` : nothing}
      <span class="spacer"></span>
      ${this.chain ? this.#actions() : nothing}
    </div>`;
  }

  #actions() {
    const download = `/api/v1/chains/${encodeURIComponent(this.chainId)}/export`;
    return html`<button type="button" data-testid="permalink" @click=${this.#copy}>${icon('link')}Copy link</button>
      <a class="button" href=${download} download="chain-${this.chainId}.json" data-testid="export"
        >${icon('download')}Export JSON</a
      >`;
  }

  #influence() {
    const ablation = latestAblation(this.chain);
    return ablation && this.at === null
      ? html`<lp-influence .ablation=${ablation} .selected=${this.selected}></lp-influence>`
      : nothing;
  }

  #layers() {
    const finished = this.chain.state === 'FINISHED';
    return html`<lp-layers .chainId=${this.chainId} .probes=${probesOf(this.chain)} .finished=${finished}></lp-layers>`;
  }

  #failed() {
    if (this.#missing()) return html`<p>${this.error.message}</p>`;
    return html`<lp-error .error=${this.error} .retry=${() => this.#load()}></lp-error>`;
  }

  #moved({ at, settled }) {
    this.#moments ??= moments(this.chain);
    const same = at !== null && this.at !== null && passed(this.#moments, at) === passed(this.#moments, this.at);
    if (!same || settled) this.at = at;
    if (settled) this.#remember();
  }

  #narrow(filter) {
    this.filter = filter;
    this.#remember();
  }

  #remember() {
    setQuery(this.#asQuery());
  }

  #asQuery() {
    return { step: this.selected, at: this.at, ...this.filter };
  }

  async #copy() {
    const place = href('chains', this.chainId, this.#asQuery());
    const link = new URL(place, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      this.notify('The link is copied.', 'good');
    } catch {
      this.notify(`The browser does not let the page copy. The link: ${link}`);
    }
  }
}

/** A number of a link's query, 0 or more; null where it says something else. */
function wholeOf(text) {
  return /^\d{1,12}$/.test(text ?? '') ? Number(text) : null;
}

customElements.define('lp-chain', LpChain);
