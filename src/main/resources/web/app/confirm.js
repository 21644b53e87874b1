import { LpElement, css, html, nothing } from './base.js';

/** A question that must be answered before something is done. Opened by `confirmed(...)`. */
export class LpConfirm extends LpElement {
  static properties = { question: { attribute: false } };

  static styles = [
    LpElement.styles,
    css`
      dialog {
        width: min(30rem, calc(100vw - 2rem));
        padding: 1.25rem;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        color: var(--text);
        box-shadow: 0 12px 40px rgb(0 0 0 / 30%);
      }
      dialog::backdrop {
        background: rgb(10 15 25 / 55%);
      }
      p {
        margin-top: 0.5rem;
        overflow-wrap: anywhere;
      }
      .field {
        margin-top: 0.9rem;
      }
      .actions {
        display: flex;
        justify-content: flex-end;
        gap: 0.6rem;
        margin-top: 1.25rem;
      }
    `,
  ];

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  render() {
    const { title, text, action = 'Confirm', tone = 'primary', input } = this.question;
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${() => this.#done(null)}>
      <h2 id="title">${title}</h2>
      <p id="text">${text}</p>
      ${input ? this.#field(input) : nothing}
      <div class="actions">
        <button type="button" data-testid="confirm-cancel" @click=${() => this.#done(null)}>Cancel</button>
        <button type="button" class=${tone} data-testid="confirm-ok" @click=${() => this.#done(this.#value())}>
          ${action}
        </button>
      </div>
    </dialog>`;
  }

  #field({ label, type = 'text', value = '' }) {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        type=${type}
        .value=${value}
        data-testid="confirm-input"
        @keydown=${(event) => event.key === 'Enter' && this.#done(this.#value())}
    /></label>`;
  }

  #value() {
    return this.renderRoot.querySelector('input')?.value ?? true;
  }

  #done(answer) {
    this.answer?.(answer);
    this.answer = null;
    this.remove();
  }
}

customElements.define('lp-confirm', LpConfirm);

/**
 * Asks and waits: true, or what was typed where `input` ({label, type, value}) is given; null when
 * cancelled. The question is {title, text, action, tone: primary | danger, input}.
 */
export function confirmed(question) {
  const opener = deepActive();
  const dialog = Object.assign(document.createElement('lp-confirm'), { question });
  const answered = new Promise((resolve) => (dialog.answer = resolve));
  document.body.append(dialog);
  return answered.finally(() => opener?.focus?.());
}

function deepActive() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
