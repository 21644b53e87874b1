import { LitElement, css, html, nothing } from 'lit';
import { icon } from './icons.js';
import { verdict } from './format.js';
import { controls, marks, shared, tables } from './styles.js';

export { html, css, nothing, icon };

/** The element that all others extend: shared styles, and cleaning up after subscriptions. */
export class LpElement extends LitElement {
  static styles = [shared, controls, tables, marks];
  #undo = [];

  /** Keeps what ends a subscription; called when the element leaves the page. */
  until(...ends) {
    this.#undo.push(...ends);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#undo.splice(0).forEach((end) => end());
  }

  /** Tells the page's visitor something in passing: a short text at the edge, read out politely. */
  notify(text, tone = 'plain') {
    this.dispatchEvent(new CustomEvent('lp-notify', { detail: { text, tone }, bubbles: true, composed: true }));
  }
}

/** A verdict or label as icon and word, for elements that extend LpElement. */
export function verdictMark(value) {
  const { label, icon: name, className } = verdict(value);
  return html`<span class="mark ${className}">${icon(name)}${label}</span>`;
}

/** A pill: `verdict` for a verdict, or else `tone` (plain, good, bad, warn, accent), `icon` and a text inside. */
export class LpPill extends LpElement {
  static properties = { verdict: {}, tone: {}, icon: {} };

  static styles = [
    LpElement.styles,
    css`
      :host {
        display: inline-block;
      }
      .pill {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
        padding: 0.05rem 0.5rem;
        border: 1px solid transparent;
        border-radius: 999px;
        background: var(--sunken);
        font-size: 0.75rem;
        font-weight: 600;
        line-height: 1.5;
        white-space: nowrap;
      }
      .important {
        background: var(--important-soft);
      }
      .removable {
        background: var(--removable-soft);
      }
      .uncertain {
        background: var(--uncertain-soft);
      }
      .good {
        background: var(--good-soft);
      }
      .bad {
        background: var(--bad-soft);
      }
      .warn {
        background: var(--warn-soft);
      }
      .accent {
        background: var(--accent-soft);
        color: var(--accent);
      }
    `,
  ];

  render() {
    if (this.verdict !== undefined) {
      const { label, icon: name, className } = verdict(this.verdict);
      return html`<span class="pill ${className}">${icon(name)}${label}</span>`;
    }
    return html`<span class="pill ${this.tone ?? 'plain'}"
      >${this.icon ? icon(this.icon) : nothing}<slot></slot
    ></span>`;
  }
}

/** What stands where there is nothing yet: `label`, and an explanation inside. */
export class LpEmpty extends LpElement {
  static properties = { label: {} };

  static styles = [
    LpElement.styles,
    css`
      :host {
        padding: 2.5rem 1rem;
        text-align: center;
        color: var(--muted);
      }
      p:first-child {
        color: var(--text);
        font-weight: 600;
      }
    `,
  ];

  render() {
    return html`<p>${this.label}</p>
      <p><slot></slot></p>`;
  }
}

/** An error: `error` (anything with a message); a button when `retry` is a function. */
export class LpError extends LpElement {
  static properties = { error: { attribute: false }, retry: { attribute: false } };

  static styles = [
    LpElement.styles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem;
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--bad);
        border-radius: 8px;
        background: var(--bad-soft);
        color: var(--bad);
      }
      p {
        flex: 1;
        overflow-wrap: anywhere;
      }
    `,
  ];

  render() {
    if (!this.error) return nothing;
    return html`<div role="alert">
      ${icon('warning')}
      <p>${this.error.message}</p>
      ${this.retry ? html`<button type="button" @click=${this.retry}>Try again</button>` : nothing}
    </div>`;
  }
}

customElements.define('lp-pill', LpPill);
customElements.define('lp-empty', LpEmpty);
customElements.define('lp-error', LpError);
