import { LpElement, css, html } from './base.js';
import { visible, whole } from './format.js';

/** Most characters shown before the rest is asked for. */
const MOST = 400;

/**
 * A text of somebody else's, of any length and content: shown as it is, never acted upon. With `flow`
 * its lines run on until they are asked for.
 */
class LpLongText extends LpElement {
  static properties = { text: {}, flow: { type: Boolean }, whole: { state: true } };

  static styles = [
    LpElement.styles,
    css`
      :host {
        display: inline;
      }
      .foreign {
        white-space: pre-wrap;
      }
      .foreign.flow {
        white-space: normal;
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
    if (!this.#folds()) return this.#shown(text);
    return html`${this.#shown(this.whole || text.length <= MOST ? text : `${text.slice(0, MOST)}…`)}
      <button
        type="button"
        aria-expanded=${Boolean(this.whole)}
        data-testid="show-all"
        @click=${() => (this.whole = !this.whole)}
      >
        ${this.#label()}
      </button>`;
  }

  #folds() {
    return this.text.length > MOST || (this.flow && this.text.trim().includes('\n'));
  }

  #label() {
    if (this.whole) return 'show less';
    return this.text.length > MOST ? `show all ${whole(this.text.length)} characters` : 'show lines';
  }

  #shown(text) {
    const name = this.flow && !this.whole ? 'foreign flow' : 'foreign';
    return html`<span class=${name} dir="auto">${visible(text)}</span>`;
  }
}

customElements.define('lp-long-text', LpLongText);
