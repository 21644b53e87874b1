import { LpElement, css, html, nothing } from '../base.js';
import { get, post } from '../api.js';
import { confirmed } from '../confirm.js';
import { collate, probeName } from '../format.js';
import { dataTable, mayChange, readOnlyNote, whyNot } from './shared/parts.js';
import { Poll } from './shared/poll.js';
import { view } from './shared/styles.js';
import { probeCard } from './probes/card.js';
import { probeColumns } from './probes/columns.js';
import { promotion, retirement, rollback } from './probes/questions.js';

/** The published probes, model by model; operators promote, roll back and retire. */
export class LpProbes extends LpElement {
  static properties = { open: { state: true }, refused: { state: true } };

  static styles = [
    LpElement.styles,
    view,
    css`
      section + section {
        margin-top: 1rem;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        margin-bottom: 0.6rem;
      }
      .card {
        display: grid;
        gap: 1rem;
        padding: 0.9rem 1rem;
        border-radius: 8px;
        background: var(--page);
      }
      .card h3 {
        margin-bottom: 0.5rem;
      }
      .about {
        display: block;
        color: var(--muted);
        font-size: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.open = null;
    this.refused = null;
    this.list = new Poll(this, () => get('/probes'), { every: 5000, events: ['probesChanged'] });
  }

  render() {
    return html`<div class="head">
        <h1 tabindex="-1">Probes</h1>
        <p class="intro">
          The champion flags steps as they are written; challengers score in its shadow. Every change is in the audit
          log.
        </p>
      </div>
      ${readOnlyNote()}${this.refused ? html`<lp-error .error=${this.refused} data-testid="probe-refused"></lp-error>` : nothing}
      ${this.list.when(({ probes }) => this.#models(probes))}`;
  }

  #models(probes) {
    if (probes.length === 0) {
      return html`<lp-empty class="panel" label="No probe has been published yet"
        >linchpin train publishes one once it has enough labels; linchpin probe import takes one from a file.</lp-empty
      >`;
    }
    const models = [...new Set(probes.map((probe) => probe.model))].sort(collate);
    return models.map((model) =>
      this.#model(
        model,
        probes.filter((probe) => probe.model === model),
      ),
    );
  }

  #model(model, probes) {
    const rows = [...probes].sort((a, b) => collate(a.name, b.name) || b.version - a.version);
    const id = `model-${model}`;
    return html`<section class="panel" aria-labelledby=${id}>
      <header>
        <h2 id=${id}>${model}</h2>
        ${this.#button('Roll back', 'probe-rollback', () => this.#rollback(model, probes), `Roll back ${model}`)}
      </header>
      ${dataTable({
        caption: `Probes of ${model}, the newest first`,
        captionHidden: true,
        columns: [...probeColumns(), { name: 'Actions', quiet: true, cell: (probe) => this.#actions(probe, probes) }],
        rows,
        key: (probe) => probe.probe,
        testid: 'probe-row',
        detail: (probe) => (this.open === probe.probe ? probeCard(probe) : nothing),
      })}
    </section>`;
  }

  #actions(probe, probes) {
    const name = probeName(probe.probe);
    return html`<div class="actions">
      ${this.#details(probe)}
      ${
        probe.status === 'CHAMPION'
          ? nothing
          : this.#button('Promote', 'probe-promote', () => this.#promote(probe, probes), `Promote ${name}`)
      }
      ${probe.status === 'RETIRED' ? nothing : this.#button('Retire', 'probe-retire', () => this.#retire(probe), `Retire ${name}`)}
    </div>`;
  }

  #details(probe) {
    const open = this.open === probe.probe;
    return html`<button
      type="button"
      data-testid="probe-details"
      aria-expanded=${open}
      aria-label="Details of ${probeName(probe.probe)}"
      @click=${() => (this.open = open ? null : probe.probe)}
    >
      Details
    </button>`;
  }

  #button(text, testid, act, label) {
    return html`<button
      type="button"
      class="small"
      data-testid=${testid}
      aria-label=${label}
      ?disabled=${!mayChange()}
      title=${whyNot()}
      @click=${act}
    >
      ${text}
    </button>`;
  }

  #promote(probe, probes) {
    const done = `${probeName(probe.probe)} is the champion of ${probe.model}.`;
    return this.#change(promotion(probe, probes), '/probes/promote', { probe: probe.probe }, () => done);
  }

  #retire(probe) {
    const done = `${probeName(probe.probe)} is retired.`;
    return this.#change(retirement(probe), '/probes/retire', { probe: probe.probe }, () => done);
  }

  #rollback(model, probes) {
    const done = ({ probe }) => `${probeName(probe)} is the champion of ${model} again.`;
    return this.#change(rollback(model, probes), '/probes/rollback', { model }, done);
  }

  async #change(question, path, body, done) {
    this.refused = null;
    if ((await confirmed(question)) === null) return;
    try {
      this.notify(done(await post(path, body)), 'good');
    } catch (error) {
      this.refused = error;
    }
    await this.list.again();
  }
}

customElements.define('lp-probes', LpProbes);
