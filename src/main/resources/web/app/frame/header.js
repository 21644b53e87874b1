import { LpElement, css, html, icon, nothing } from '../base.js';
import { liveEvents, logout } from '../api.js';
import { whole } from '../format.js';
import { THEMES, setTheme, theme } from '../theme.js';

const LINKS = [
  ['live', 'Live'],
  ['alerts', 'Alerts'],
  ['quality', 'Quality'],
  ['flow', 'Flow'],
  ['probes', 'Probes'],
  ['replays', 'Replays'],
];
const CONNECTIONS = {
  connecting: { text: 'Connecting', icon: 'refresh', tone: 'muted' },
  live: { text: 'Live', icon: 'dot', tone: 'good' },
  reconnecting: { text: 'Reconnecting', icon: 'refresh', tone: 'warn' },
};

/** The page's header: where one can go, whether the stream is live, who uses the page. */
class LpHeader extends LpElement {
  static properties = { user: { attribute: false }, view: {}, live: { state: true }, theme: { state: true } };

  static styles = [
    LpElement.styles,
    css`
      header {
        position: sticky;
        top: 0;
        z-index: 10;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 0.25rem 1.25rem;
        max-width: 100rem;
        min-height: 3.25rem;
        margin: 0 auto;
        padding: 0 1.25rem;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        color: var(--text);
        font-size: 1rem;
        font-weight: 700;
        letter-spacing: -0.01em;
        text-decoration: none;
      }
      .brand svg {
        width: 1.4rem;
        height: 1.4rem;
      }
      nav {
        flex: 1;
        align-self: stretch;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav ul {
        display: flex;
        height: 100%;
        gap: 0.15rem;
      }
      nav a {
        display: flex;
        align-items: center;
        height: 100%;
        padding: 0 0.7rem;
        border-bottom: 2px solid transparent;
        border-top: 2px solid transparent;
        color: var(--muted);
        font-weight: 550;
        text-decoration: none;
      }
      nav a:hover {
        color: var(--text);
      }
      nav a:focus-visible {
        outline-offset: -3px;
      }
      nav a[aria-current] {
        border-bottom-color: var(--accent);
        color: var(--text);
      }
      .state {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        font-size: 0.8125rem;
        font-weight: 600;
        white-space: nowrap;
      }
      .state .icon {
        width: 0.8rem;
        height: 0.8rem;
      }
      .who {
        display: grid;
        font-size: 0.8125rem;
        line-height: 1.25;
      }
      .who .muted {
        font-size: 0.75rem;
      }
      .right {
        margin-left: auto;
        display: flex;
        align-items: center;
        gap: 0.9rem;
      }
      .right button {
        min-width: 2rem;
        padding: 0.25rem 0.5rem;
      }
      @media (max-width: 48rem) {
        .bar {
          flex-wrap: wrap;
          padding: 0.4rem 0.75rem 0;
        }
        nav {
          order: 3;
          flex-basis: 100%;
          height: 2.5rem;
          margin: 0 -0.75rem;
          padding: 0 0.25rem;
        }
        nav a {
          padding: 0 0.4rem;
        }
        .right {
          flex: 1;
          justify-content: flex-end;
        }
        .who .muted {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.live = liveEvents.state;
    this.theme = theme();
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(liveEvents.subscribe('state', (state) => (this.live = state)));
  }

  render() {
    return html`<header>
      <slot></slot>
      <div class="bar">
        <a class="brand" href="#/live">${this.#logo()}Linchpin</a>
        ${
          this.user
            ? html`<nav aria-label="Views">
                <ul>
                  ${LINKS.map((link) => this.#link(link))}
                </ul>
              </nav>`
            : nothing
        }
        <div class="right">
          ${this.user ? this.#state() : nothing} ${this.#toggle()} ${this.user ? this.#who() : nothing}
        </div>
      </div>
    </header>`;
  }

  #logo() {
    return html`<svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0b5c92"></rect>
      <path d="M11 7h10l-2 18h-6z" fill="#fff"></path>
    </svg>`;
  }

  #link([view, text]) {
    const here = view === this.view || (view === 'live' && this.view === 'chains');
    const current = view === this.view ? 'page' : here ? 'true' : nothing;
    return html`<li><a href="#/${view}" aria-current=${current}>${text}</a></li>`;
  }

  #state() {
    const { paused, waiting, connection } = this.live;
    const shown =
      paused && connection === 'live'
        ? { text: `Paused, ${whole(waiting)} waiting`, icon: 'pause', tone: 'warn' }
        : CONNECTIONS[connection];
    return html`<span class="state ${shown.tone}" data-testid="connection" data-state=${paused ? 'paused' : connection}>
      ${icon(shown.icon)}${shown.text}
    </span>`;
  }

  #toggle() {
    const next = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    const label = `Theme: ${this.theme}. Change to ${next}`;
    return html`<button
      type="button"
      class="quiet"
      aria-label=${label}
      title=${label}
      data-testid="theme"
      @click=${() => this.#choose(next)}
    >
      ${icon(this.theme)}
    </button>`;
  }

  #choose(next) {
    setTheme(next);
    this.theme = next;
  }

  #who() {
    const { user, roles, authentication } = this.user;
    return html`<span class="who" data-testid="user"
        ><span>${user}</span><span class="muted">${roles.join(', ')}</span></span
      >
      ${authentication === 'token' ? html`<button type="button" class="quiet" @click=${logout}>Log out</button>` : nothing}`;
  }
}

customElements.define('lp-header', LpHeader);
