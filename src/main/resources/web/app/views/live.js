import { repeat } from 'lit/directives/repeat.js';
import { LpElement, css, html, icon, nothing } from '../base.js';
import { liveEvents } from '../api.js';
import { decimal, whole } from '../format.js';
import { setQuery } from '../router.js';
import { liveStore } from '../live-store.js';
import { choose, passes } from './live/selection.js';
import './live/card.js';
import './live/filters.js';
import './live/history.js';

const ANNOUNCE_MS = 15_000;

/** Scrolled further than this, in pixels, one reads: nothing new is put above. */
const READING_FROM = 240;

/** Chains as they are written, newest first. */
export class LpLive extends LpElement {
  static properties = {
    query: { attribute: false },
    filter: { state: true },
    chains: { state: true },
    stream: { state: true },
    sampling: { state: true },
    news: { state: true },
    reading: { state: true },
  };
  #shown = new Set();
  #told = { started: 0, completed: 0 };

  static styles = [
    LpElement.styles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        margin-bottom: 0.75rem;
      }
      .rate {
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        margin-top: 0.75rem;
        padding: 0.4rem 0.75rem;
        border-radius: 7px;
        background: var(--warn-soft);
        color: var(--warn);
        font-size: 0.8125rem;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 33rem), 1fr));
        gap: 0.75rem;
        margin-top: 0.9rem;
      }
      .above {
        position: sticky;
        top: 4rem;
        z-index: 5;
        display: block;
        width: max-content;
        margin: 0.75rem auto 0;
        border-radius: 999px;
      }
      .more {
        margin: 1rem 0 0;
        color: var(--muted);
        text-align: center;
      }
    `,
  ];

  constructor() {
    super();
    this.filter = {};
    this.stream = liveEvents.state;
    this.sampling = liveEvents.sampling;
  }

  connectedCallback() {
    super.connectedCallback();
    const timer = setInterval(() => this.#announce(), ANNOUNCE_MS);
    this.until(
      liveStore.watch(() => this.requestUpdate()),
      liveEvents.subscribe('state', (state) => (this.stream = state)),
      liveEvents.subscribe('sampling', (sampling) => (this.sampling = sampling)),
      () => clearInterval(timer),
      this.#watchScrolling(),
    );
    this.#told = { started: liveStore.started, completed: liveStore.completed };
  }

  #watchScrolling() {
    const listen = () => (this.reading = scrollY > READING_FROM);
    addEventListener('scroll', listen, { passive: true });
    return () => removeEventListener('scroll', listen);
  }

  willUpdate(changed) {
    if (changed.has('query') && this.query) this.filter = this.query;
    if (changed.has('filter')) this.#shown = new Set();
  }

  #chosen(candidates) {
    const kept = this.reading ? candidates.filter((chain) => this.#shown.has(chain.chainId)) : [];
    const chains = kept.length > 0 ? kept : choose(candidates, this.#shown, performance.now());
    this.#shown = new Set(chains.map((chain) => chain.chainId));
    return chains;
  }

  render() {
    const all = liveStore.newestFirst();
    const candidates = all.filter((chain) => passes(chain, this.filter));
    const chains = this.#chosen(candidates);
    const above = candidates.indexOf(chains[0]);
    return html`
      <div class="top">
        <h1 tabindex="-1">Live</h1>
        ${this.#rate()}
        <span class="spacer"></span>
        ${this.#controls()}
      </div>
      <lp-filters
        .filter=${this.filter}
        .models=${this.#models(all)}
        @lp-filter=${(event) => this.#choose(event.detail)}
      ></lp-filters>
      ${this.#notices()}
      <div class="hidden-text" role="status" aria-live="polite">${this.news}</div>
      ${this.reading && above > 0 ? this.#above(above) : nothing}
      ${chains.length === 0 ? this.#empty(all.length) : this.#cards(chains)}
      ${this.#more(candidates.length - chains.length)}
      <lp-history .filter=${this.filter} .open=${liveStore.ready && all.length === 0}></lp-history>
    `;
  }

  #rate() {
    if (!this.sampling) return nothing;
    const { running, stepsPerSecond } = this.sampling;
    return html`<span class="rate number">${whole(running)} running, ${decimal(stepsPerSecond, 1)} steps/s</span>`;
  }

  #controls() {
    if (!this.stream.paused) {
      return html`<button type="button" data-testid="live-pause" @click=${() => liveEvents.pause()}>
        ${icon('pause')}Pause
      </button>`;
    }
    return html`
      <button
        type="button"
        class="primary"
        data-testid="live-resume"
        ?disabled=${this.stream.overflowed}
        @click=${() => liveEvents.resume()}
      >
        ${icon('play')}Resume
      </button>
      <button type="button" data-testid="live-catchup" @click=${() => liveEvents.catchUp()}>
        ${icon('forward')}Catch up
      </button>
    `;
  }

  #notices() {
    return html`${this.stream.paused ? this.#paused() : nothing} ${this.#sampled()}`;
  }

  #paused() {
    const { waiting, overflowed } = this.stream;
    const text = overflowed
      ? `Paused. More than the page can keep came meanwhile (${whole(waiting)} events): only Catch up goes on from here.`
      : `Paused: ${whole(waiting)} ${waiting === 1 ? 'event waits' : 'events wait'}. Resume shows them; Catch up drops them and begins with the present.`;
    return html`<p class="notice" data-testid="live-waiting">${icon('pause')}<span>${text}</span></p>`;
  }

  #sampled() {
    if (!this.sampling?.sampled) return nothing;
    const { shown, running, droppedSteps } = this.sampling;
    const dropped = droppedSteps > 0 ? ` ${whole(droppedSteps)} steps came too fast to be shown.` : '';
    return html`<p class="notice" data-testid="sampling-notice">
      ${icon('info')}<span
        >${whole(shown)} of ${whole(running)} running chains shown: the server picks whole chains at their
        start.${dropped}</span
      >
    </p>`;
  }

  #cards(chains) {
    return html`<div class="cards">
      ${repeat(
        chains,
        (chain) => chain.chainId,
        (chain) => html`<lp-chain-card .chain=${chain} .revision=${chain.revision}></lp-chain-card>`,
      )}
    </div>`;
  }

  #above(count) {
    return html`<button
      type="button"
      class="above primary"
      data-testid="live-above"
      @click=${() => scrollTo({ top: 0 })}
    >
      ${whole(count)} new ${count === 1 ? 'chain' : 'chains'} above
    </button>`;
  }

  #empty(count) {
    if (!liveStore.ready) return html`<lp-empty label="Connecting …"></lp-empty>`;
    return count > 0
      ? html`<lp-empty label="No chain matches"
          >${whole(count)} chains are on this page; none passes the filter.</lp-empty
        >`
      : html`<lp-empty label="No chain is being written"
          >Chains appear here as soon as a model begins to reason.</lp-empty
        >`;
  }

  #more(count) {
    if (count <= 0) return nothing;
    return html`<p class="more" data-testid="live-more">
      ${whole(count)} more ${count === 1 ? 'chain is' : 'chains are'} not shown. Narrow the filter, or look among the
      earlier chains.
    </p>`;
  }

  #models(chains) {
    const models = new Set(chains.map((chain) => chain.model).filter(Boolean));
    if (this.filter.model) models.add(this.filter.model);
    return [...models].sort();
  }

  #choose(filter) {
    this.filter = filter;
    setQuery(filter);
  }

  #announce() {
    const started = liveStore.started - this.#told.started;
    const completed = liveStore.completed - this.#told.completed;
    this.#told = { started: liveStore.started, completed: liveStore.completed };
    if (started + completed > 0) this.news = `${whole(started)} chains begun, ${whole(completed)} finished.`;
  }
}

customElements.define('lp-live', LpLive);
