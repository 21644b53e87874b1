import { LpElement, css, html } from './base.js';
import { visible, whole } from './format.js';

/** Most characters shown before the rest is asked for. */
const MOST = 400;

/** A text of somebody else's, of any length and content: shown as it is, never acted upon. */
class LpLongText extends LpElement {
  static properties = { text: {}, whole: { state: true } };

  static styles = [
    LpElement.styles,
    css`
      :host {
        display: inline;
      }
      .foreign {
        white-space: pre-wrap;
      }
      button {
        display: inline;
        min-height: 0;
        padding: 0 0.25rem;
        border: 0;
        background: none;
        color: var(--accent);
        font-size: inherit;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
    `,
  ];

  render() {
    const { text } = this;
    if (text.length <= MOST) return this.#shown(text);
    return html`${this.#shown(this.whole ? text : `${text.slice(0, MOST)}…`)}
      <button
        type="button"
        aria-expanded=${Boolean(this.whole)}
        data-testid="show-all"
        @click=${() => (this.whole = !this.whole)}
      >
        ${this.whole ? 'show less' : `show all ${whole(text.length)} characters`}
      </button>`;
  }

  #shown(text) {
    return html`<span class="foreign" dir="auto">${visible(text)}</span>`;
  }
}

customElements.define('lp-long-text', LpLongText);
