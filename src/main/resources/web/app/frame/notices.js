import { LpElement, css, html, icon, nothing } from '../base.js';

const SHOWN_MS = 6000;
const ICONS = { good: 'check', bad: 'warning', plain: 'info' };

/** Short texts at the page's edge that go away by themselves; read out politely. */
class LpNotices extends LpElement {
  static properties = { notices: { state: true } };

  static styles = [
    LpElement.styles,
    css`
      div {
        position: fixed;
        right: 1rem;
        bottom: 1rem;
        z-index: 15;
        display: grid;
        gap: 0.5rem;
        max-width: min(26rem, calc(100vw - 2rem));
      }
      p {
        display: flex;
        gap: 0.5rem;
        padding: 0.6rem 0.9rem;
        border-radius: 8px;
        background: var(--text);
        color: var(--surface);
        overflow-wrap: anywhere;
      }
      .icon {
        margin-top: 0.2rem;
      }
    `,
  ];

  constructor() {
    super();
    this.notices = [];
  }

  /** Shows {text, tone: plain | good | bad} for a few seconds. */
  add(notice) {
    this.notices = [...this.notices.slice(-2), notice];
    setTimeout(() => (this.notices = this.notices.filter((other) => other !== notice)), SHOWN_MS);
  }

  render() {
    return html`<div role="status" aria-live="polite">
      ${this.notices.length === 0 ? nothing : this.notices.map(({ text, tone }) => html`<p>${icon(ICONS[tone] ?? 'info')}${text}</p>`)}
    </div>`;
  }
}

customElements.define('lp-notices', LpNotices);
