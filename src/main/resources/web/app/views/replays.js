import { LpElement, css, html } from '../base.js';
import { del, get, post } from '../api.js';
import { confirmed } from '../confirm.js';
import { dataTable, mayChange, readOnlyNote, whyNot } from './shared/parts.js';
import { Poll } from './shared/poll.js';
import { view } from './shared/styles.js';
import { canPause, canResume, runColumns } from './replays/columns.js';
import './replays/compare.js';
import './replays/start-dialog.js';

/** Runs that score past steps again: started, watched and compared here. */
export class LpReplays extends LpElement {
  static properties = { query: { attribute: false }, starting: { state: true } };

  static styles = [
    LpElement.styles,
    view,
    css`
      .head button {
        margin-left: auto;
      }
      .about {
        display: block;
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 400;
      }
      .meter .number {
        white-space: normal;
      }
      .meter {
        min-width: 13rem;
      }
      lp-compare {
        margin-top: 1rem;
      }
    `,
  ];

  constructor() {
    super();
    this.starting = false;
    this.list = new Poll(this, () => get('/replays'), { every: 2000, events: ['replaysChanged'] });
    this.probes = new Poll(this, () => get('/probes'), { every: 60_000, events: ['probesChanged'] });
  }

  render() {
    return html`<div class="head">
        <h1 tabindex="-1">Replays</h1>
        <p class="intro">
          A run scores steps of the past once more, with the champion or another probe. It changes nothing that is live.
        </p>
        <button
          class="primary"
          data-testid="replay-start"
          ?disabled=${!mayChange()}
          title=${whyNot()}
          @click=${() => (this.starting = true)}
        >
          Start a run
        </button>
      </div>
      ${readOnlyNote()}
      <div class="panel">${this.list.when(({ runs }) => this.#table(runs))}</div>
      <lp-compare .query=${this.query} .runs=${this.list.value?.runs ?? []}></lp-compare>
      <lp-replay-start
        .open=${this.starting}
        .probes=${this.probes.value?.probes ?? []}
        .runs=${this.list.value?.runs ?? []}
        @close=${() => this.#closed()}
      ></lp-replay-start>`;
  }

  #table(runs) {
    if (runs.length === 0) {
      return html`<lp-empty label="No runs"
        >Start one to see what another probe would have said of the steps that are kept.</lp-empty
      >`;
    }
    return dataTable({
      caption: 'Runs',
      captionHidden: true,
      columns: [...runColumns(), { name: 'Actions', quiet: true, cell: (run) => this.#actions(run) }],
      rows: [...runs].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt)),
      key: (run) => run.run,
      testid: 'replay-row',
    });
  }

  #actions(run) {
    const path = `/replays/${encodeURIComponent(run.run)}`;
    return html`<div class="actions">
      ${canPause(run) ? this.#button('Pause', run, () => this.#do(() => post(`${path}/pause`), `${run.run} pauses.`)) : ''}
      ${canResume(run) ? this.#button('Resume', run, () => this.#do(() => post(`${path}/resume`), `${run.run} goes on.`)) : ''}
      ${this.#button('Remove', run, () => this.#remove(run, path))}
    </div>`;
  }

  #button(text, run, act) {
    const testid = `replay-${text.toLowerCase()}`;
    return html`<button
      type="button"
      data-testid=${testid}
      aria-label="${text} ${run.run}"
      ?disabled=${!mayChange()}
      title=${whyNot()}
      @click=${act}
    >
      ${text}
    </button>`;
  }

  async #remove(run, path) {
    const sure = await confirmed({
      title: `Remove ${run.run}?`,
      text: 'The run ends, and its topics go with all the scores that it wrote. This cannot be undone. Live scores are not touched.',
      action: 'Remove',
      tone: 'danger',
    });
    if (sure !== null) await this.#do(() => del(path), `${run.run} is removed.`);
  }

  async #do(change, done) {
    try {
      await change();
      this.notify(done, 'good');
    } catch (error) {
      this.notify(error.message, 'bad');
    }
    await this.list.again();
  }

  #closed() {
    this.starting = false;
    this.list.again();
    this.renderRoot.querySelector('[data-testid="replay-start"]').focus();
  }
}

customElements.define('lp-replays', LpReplays);
