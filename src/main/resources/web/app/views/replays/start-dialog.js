import { LpElement, html, nothing } from '../../base.js';
import { post } from '../../api.js';
import { collate, probeName } from '../../format.js';
import { dialogStyles } from '../shared/dialog.js';
import { statusName } from '../shared/status.js';

/** Asks what to replay, and starts it. */
class LpReplayStart extends LpElement {
  static properties = {
    open: { attribute: false },
    probes: { attribute: false },
    runs: { attribute: false },
    faults: { state: true },
    refused: { state: true },
  };

  static styles = [LpElement.styles, dialogStyles];

  constructor() {
    super();
    this.faults = {};
    this.probes = [];
  }

  willUpdate(changed) {
    if (changed.has('open')) {
      this.faults = {};
      this.refused = null;
    }
  }

  updated(changed) {
    if (changed.has('open') && this.open) this.#dialog().showModal();
  }

  #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  render() {
    if (!this.open) return nothing;
    return html`<dialog
      aria-labelledby="title"
      data-testid="replay-dialog"
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <form novalidate @submit=${(event) => this.#submit(event)}>
        <h2 id="title">Start a run</h2>
        <p class="muted small">Steps whose activations are still kept are scored once more.</p>
        ${this.refused ? html`<lp-error .error=${this.refused}></lp-error>` : nothing}
        <div class="fields">
          ${this.#input('run', 'Name', { placeholder: 'what-if-4' })}
          ${this.#select('probe', 'Probe', 'The champion', this.#probeOptions())}
          ${this.#select(
            'model',
            'Model',
            'All models',
            this.#models().map((model) => [model, model]),
          )}
          ${this.#input('paceFactor', 'Pace (1: as captured; empty: fastest)', { type: 'number', step: 'any' })}
          ${this.#input('from', 'From (empty: the oldest kept)', { type: 'datetime-local', step: '1' })}
          ${this.#input('until', 'Until (empty: now)', { type: 'datetime-local', step: '1' })}
        </div>
        <div class="buttons">
          <button type="button" @click=${() => this.#dialog().close()}>Cancel</button>
          <button class="primary" data-testid="replay-submit">Start</button>
        </div>
      </form>
    </dialog>`;
  }

  #probeOptions() {
    return this.probes.map((probe) => [
      probe.probe,
      `${probeName(probe.probe)} (${probe.model}, ${statusName(probe.status).toLowerCase()})`,
    ]);
  }

  #models() {
    return [...new Set(this.probes.map((probe) => probe.model))].sort(collate);
  }

  #input(name, label, { type = 'text', step, placeholder }) {
    const fault = this.faults[name];
    return html`<label class="field"
      ><span>${label}</span>
      <input
        type=${type}
        name=${name}
        step=${step ?? nothing}
        placeholder=${placeholder ?? nothing}
        autocomplete="off"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${name}-fault` : nothing}
      />
      ${fault ? html`<span class="bad" id="${name}-fault">${fault}</span>` : nothing}
    </label>`;
  }

  #select(name, label, none, options) {
    return html`<label class="field"
      ><span>${label}</span>
      <select name=${name}>
        <option value="">${none}</option>
        ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select>
    </label>`;
  }

  async #submit(event) {
    event.preventDefault();
    const request = requestOf(new FormData(event.target));
    this.faults = faultsOf(request, this.runs);
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector('[aria-invalid]');
    if (wrong) wrong.focus();
    else await this.#send(request);
  }

  async #send(request) {
    try {
      await post('/replays', request);
      this.notify(`${request.run} has started.`, 'good');
      this.#dialog().close();
    } catch (error) {
      this.refused = error;
    }
  }
}

/** What was typed, as the server wants it: what is empty is null, times are UTC. */
function requestOf(data) {
  const text = (name) => data.get(name).trim() || null;
  const instant = (name) => (data.get(name) ? new Date(data.get(name)).toISOString() : null);
  const pace = data.get('paceFactor') === '' ? null : Number(data.get('paceFactor'));
  return {
    run: text('run'),
    probe: text('probe'),
    model: text('model'),
    from: instant('from'),
    until: instant('until'),
    paceFactor: pace,
  };
}

function faultsOf({ run, from, until, paceFactor }, runs) {
  const faults = {};
  if (!/^[a-z0-9_-]+$/.test(run ?? '')) faults.run = 'Lower-case letters, digits, “-” and “_” are expected.';
  else if (runs.some((other) => other.run === run)) faults.run = 'There is a run of this name already.';
  if (from && until && from >= until) faults.until = 'Must be later than “From”.';
  if (paceFactor !== null && !(paceFactor > 0)) faults.paceFactor = 'A number above 0 is expected.';
  return faults;
}

customElements.define('lp-replay-start', LpReplayStart);
