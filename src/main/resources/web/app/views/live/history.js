import { LpElement, css, html, icon, nothing } from '../../base.js';
import { get, withQuery } from '../../api.js';
import { dateTime, duration, visible, whole } from '../../format.js';
import { chainHref } from '../../router.js';

const PAGE = 50;
const MOST_PROMPT = 160;

/** Chains that the server keeps, a page at a time, through the live view's filter; `open` reads at once. */
class LpHistory extends LpElement {
  static properties = {
    filter: { attribute: false },
    open: { type: Boolean },
    chains: { state: true },
    next: { state: true },
    retention: { state: true },
    silent: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  static styles = [
    LpElement.styles,
    css`
      section {
        margin-top: 1.5rem;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        margin-bottom: 0.75rem;
      }
      .question {
        max-width: 40rem;
      }
      .after {
        margin-top: 0.75rem;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('open') && this.open && !this.chains && !this.busy) this.#load(null);
  }

  render() {
    return html`<section aria-labelledby="earlier">
      <div class="head">
        <h2 id="earlier">Earlier chains</h2>
        ${this.#kept()}
        <span class="spacer"></span>
        <button type="button" data-testid="history-load" ?disabled=${this.busy} @click=${() => this.#load(null)}>
          ${icon('refresh')}${this.chains ? 'Reload' : 'Load'}
        </button>
      </div>
      <lp-error .error=${this.error} .retry=${() => this.#load(null)}></lp-error>
      ${this.silent?.length ? html`<p role="status" data-testid="history-silent">Chains of ${this.silent.join(', ')} are missing: no answer from there.</p>` : nothing}
      ${this.chains ? this.#table() : nothing}
    </section>`;
  }

  #kept() {
    if (!this.retention) return html`<span class="muted small">What the server keeps, through the filter above.</span>`;
    const hours = /^PT(\d+)H$/.exec(this.retention.age)?.[1];
    const age = hours ? `${whole(Number(hours))} hours` : this.retention.age;
    return html`<span class="muted small"
      >The server keeps ${whole(this.retention.chainsPerPartition)} chains a partition, for ${age}.</span
    >`;
  }

  #table() {
    if (this.chains.length === 0) return html`<lp-empty label="No earlier chain matches"></lp-empty>`;
    return html`<div class="panel scroll" tabindex="0" role="group" aria-label="Earlier chains, newest first">
        <table>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Model</th>
              <th scope="col">Begun</th>
              <th scope="col" class="number">Took</th>
              <th scope="col" class="number">Steps</th>
              <th scope="col" class="number">Important</th>
              <th scope="col" class="number">Uncertain</th>
              <th scope="col" class="number">Removable</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            ${this.chains.map((chain) => this.#row(chain))}
          </tbody>
        </table>
      </div>
      ${this.next ? html`<button class="after" type="button" ?disabled=${this.busy} @click=${() => this.#load(this.next)}>Show more</button>` : nothing}`;
  }

  #row(chain) {
    const took = chain.finishedAt ? Date.parse(chain.finishedAt) - Date.parse(chain.startedAt) : null;
    const question = chain.prompt ? visible(chain.prompt.slice(0, MOST_PROMPT)) : chain.chainId;
    return html`<tr data-testid="history-row" data-chain=${chain.chainId}>
      <td class="question"><a class="foreign" dir="auto" href=${chainHref(chain.chainId)}>${question}</a></td>
      <td>${chain.model}</td>
      <td class="number">${dateTime(chain.startedAt)}</td>
      <td class="number">${duration(took)}</td>
      <td class="number">${whole(chain.steps)}</td>
      <td class="number">${whole(chain.important)}</td>
      <td class="number">${whole(chain.uncertain)}</td>
      <td class="number">${whole(chain.removable)}</td>
      <td>${this.#answer(chain)}</td>
    </tr>`;
  }

  #answer({ state, answer, correct, reason }) {
    if (state === 'RUNNING') return html`<span class="muted">running</span>`;
    const text = answer === null ? `none (${reason})` : visible(answer.slice(0, 60));
    const mark = correct === true ? ['good', 'check', 'right'] : correct === false ? ['bad', 'cross', 'wrong'] : null;
    return html`<span class="foreign" dir="auto">${text}</span>
      ${mark ? html`<span class="mark ${mark[0]}">${icon(mark[1])}${mark[2]}</span>` : nothing}`;
  }

  async #load(after) {
    this.busy = true;
    this.error = null;
    try {
      const { model, verdict, text, min: minScore, max: maxScore } = this.filter;
      const query = { model, verdict, text, minScore, maxScore, limit: PAGE, after };
      const page = await get(withQuery('/chains', query));
      this.chains = after ? [...this.chains, ...page.chains] : page.chains;
      this.next = page.next;
      this.retention = page.retention;
      this.silent = page.silent;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('lp-history', LpHistory);
