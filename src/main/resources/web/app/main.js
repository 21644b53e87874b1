import { LpElement, html, nothing } from './base.js';
import './confirm.js';
import './views/live.js';
import './views/chain.js';
import './views/alerts.js';
import './views/quality.js';
import './views/flow.js';
import './views/probes.js';
import './views/replays.js';
import { liveEvents, session, whenLoginIsNeeded } from './api.js';
import { onRoute, route } from './router.js';
import './frame/header.js';
import './frame/login.js';
import './frame/notices.js';

const TITLES = {
  live: 'Live',
  chains: 'Chain',
  alerts: 'Alerts',
  quality: 'Quality',
  flow: 'Flow',
  probes: 'Probes',
  replays: 'Replays',
};

/**
 * The page: header, one view at a time, and what must stand over all views. It renders into the
 * document itself, so that landmarks and the skip link are where assistive technology looks.
 */
class LpApp extends LpElement {
  static properties = {
    user: { state: true },
    place: { state: true },
    fault: { state: true },
    locked: { state: true },
  };

  constructor() {
    super();
    this.place = route();
    whenLoginIsNeeded(() => this.#lock());
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(
      onRoute((place) => this.#moved(place)),
      liveEvents.subscribe('refused', () => session().catch(() => {})),
    );
    this.#enter();
  }

  async #enter() {
    this.fault = null;
    try {
      this.user = await session();
      this.locked = false;
      liveEvents.start();
    } catch (error) {
      this.fault = error.status === 401 ? null : error;
    }
  }

  #lock() {
    this.locked = true;
    this.user = null;
    liveEvents.stop();
  }

  async #moved(place) {
    const before = this.place;
    this.place = place;
    if (before.view === place.view && before.id === place.id) return;
    scrollTo(0, 0);
    await this.updateComplete;
    await this.#view()?.updateComplete;
    (this.#view()?.renderRoot.querySelector('h1') ?? this.#main()).focus({ preventScroll: true });
  }

  #main() {
    return this.renderRoot.querySelector('main');
  }

  #view() {
    return this.#main()?.firstElementChild;
  }

  updated() {
    const name = this.place.view === 'chains' ? this.place.id : TITLES[this.place.view];
    document.title = `${this.locked ? 'Log in' : name} · Linchpin`;
  }

  render() {
    return html`
      <lp-header .user=${this.user} .view=${this.place.view}>
        <a class="skip" href="#main" @click=${this.#skip}>Skip to the content</a>
      </lp-header>
      <main id="main" tabindex="-1" @lp-notify=${(event) => this.#notices().add(event.detail)}>${this.#content()}</main>
      <lp-notices></lp-notices>
    `;
  }

  #notices() {
    return this.renderRoot.querySelector('lp-notices');
  }

  #skip(event) {
    event.preventDefault();
    this.#main().focus();
  }

  #content() {
    if (this.locked) return html`<lp-login @lp-entered=${() => this.#enter()}></lp-login>`;
    if (this.fault) return html`<lp-error .error=${this.fault} .retry=${() => this.#enter()}></lp-error>`;
    return this.user ? this.#shown() : nothing;
  }

  #shown() {
    const { view, id, query } = this.place;
    switch (view) {
      case 'chains':
        return html`<lp-chain .chainId=${id} .query=${query}></lp-chain>`;
      case 'alerts':
        return html`<lp-alerts .query=${query}></lp-alerts>`;
      case 'quality':
        return html`<lp-quality .query=${query}></lp-quality>`;
      case 'flow':
        return html`<lp-flow .query=${query}></lp-flow>`;
      case 'probes':
        return html`<lp-probes .query=${query}></lp-probes>`;
      case 'replays':
        return html`<lp-replays .query=${query}></lp-replays>`;
      default:
        return html`<lp-live .query=${query}></lp-live>`;
    }
  }
}

customElements.define('lp-app', LpApp);
