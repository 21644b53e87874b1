import { LpElement, css, html, nothing } from '../../base.js';
import { dialogStyles } from '../shared/dialog.js';
import { severityOptions } from './marks.js';
import { faultsOf, signalOf } from './signals.js';

const NUMBERS = ['raiseAt', 'clearAt', 'window', 'notificationsPerMinute'];

/** Edits one rule; `save` gives a promise that fails with what the server did not like. */
class LpRuleDialog extends LpElement {
  static properties = {
    rule: { attribute: false },
    save: { attribute: false },
    faults: { state: true },
    refused: { state: true },
  };

  static styles = [
    LpElement.styles,
    dialogStyles,
    css`
      .check {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        align-self: end;
        min-height: 2rem;
        font-size: 0.875rem;
      }
    `,
  ];

  constructor() {
    super();
    this.faults = {};
  }

  willUpdate(changed) {
    if (changed.has('rule')) {
      this.faults = {};
      this.refused = null;
    }
  }

  updated(changed) {
    const dialog = this.renderRoot.querySelector('dialog');
    if (changed.has('rule') && this.rule && !dialog.open) dialog.showModal();
  }

  render() {
    if (!this.rule) return nothing;
    const { name, lowIsBad } = signalOf(this.rule);
    const unit = this.rule.unit ? ` (${this.rule.unit})` : '';
    return html`<dialog aria-labelledby="title" data-testid="rule-dialog" @close=${() => this.#closed()}>
      <form novalidate @submit=${(event) => this.#submit(event)}>
        <h2 id="title">${name}</h2>
        <p class="muted small">${this.rule.description}</p>
        ${this.refused ? html`<lp-error .error=${this.refused}></lp-error>` : nothing}
        <div class="fields">
          ${this.#number('raiseAt', `Raise at or ${lowIsBad ? 'below' : 'above'}${unit}`)}
          ${this.#number('clearAt', `Clear at or ${lowIsBad ? 'above' : 'below'}${unit}`)}
          ${this.#number('window', 'Window (steps or labels)')}
          ${this.#number('notificationsPerMinute', 'Most notifications a minute')} ${this.#severity()}
          <label class="check"><input type="checkbox" name="enabled" .checked=${this.rule.enabled} /> Enabled</label>
        </div>
        <div class="buttons">
          <button type="button" @click=${() => this.#dialog().close()}>Cancel</button>
          <button class="primary" data-testid="rule-save">Save</button>
        </div>
      </form>
    </dialog>`;
  }

  #number(name, label) {
    const fault = this.faults[name];
    return html`<label class="field"
      ><span>${label}</span>
      <input
        type="number"
        step="any"
        name=${name}
        .value=${String(this.rule[name])}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${name}-fault` : nothing}
      />
      ${fault ? html`<span class="bad" id="${name}-fault">${fault}</span>` : nothing}
    </label>`;
  }

  #severity() {
    return html`<label class="field"
      ><span>Severity</span>
      <select name="severity">
        ${severityOptions.map(([value, name]) => html`<option value=${value} ?selected=${value === this.rule.severity}>${name}</option>`)}
      </select>
    </label>`;
  }

  #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  #typed() {
    const data = new FormData(this.renderRoot.querySelector('form'));
    const numbers = NUMBERS.map((name) => [name, data.get(name) === '' ? NaN : Number(data.get(name))]);
    return {
      ...this.rule,
      ...Object.fromEntries(numbers),
      severity: data.get('severity'),
      enabled: data.has('enabled'),
    };
  }

  async #submit(event) {
    event.preventDefault();
    const rule = this.#typed();
    this.faults = faultsOf(rule);
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector('[aria-invalid]');
    if (wrong) wrong.focus();
    else await this.#send(rule);
  }

  async #send(rule) {
    try {
      await this.save(rule);
      this.#dialog().close();
    } catch (error) {
      this.refused = error;
    }
  }

  #closed() {
    this.dispatchEvent(new Event('close'));
  }
}

customElements.define('lp-rule-dialog', LpRuleDialog);
