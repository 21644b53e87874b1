import { svg } from 'lit';
import { LpElement, css, html, icon, nothing } from '../../base.js';
import { get, withQuery } from '../../api.js';
import { probeName, signed, whole } from '../../format.js';
import { figureStyles, tableToggle } from './figure.js';

const CELL = { width: 30, height: 18 };
const LEFT = 34;
const BOTTOM = 20;
const REASONS = {
  RETENTION: 'retention has removed the activations',
  PROJECTED: 'only a projection of the activations was recorded',
  OTHER_SHAPE: 'the activations have another shape than the probe',
};

/** What each layer contributes to a probe's score, step by step: a heat map, or a table. */
class LpLayers extends LpElement {
  static properties = {
    chainId: {},
    probes: { attribute: false },
    finished: { type: Boolean },
    probe: { state: true },
    data: { state: true },
    error: { state: true },
    busy: { state: true },
    asTable: { state: true },
    pointed: { state: true },
  };

  static styles = [
    LpElement.styles,
    figureStyles,
    css`
      text {
        fill: var(--muted);
        font: 11px var(--font);
      }
      .layer {
        text-anchor: end;
      }
      .step {
        text-anchor: middle;
      }
      .up {
        fill: var(--important);
      }
      .down {
        fill: var(--removable);
      }
      .missing {
        fill: none;
        stroke: var(--line-strong);
        stroke-dasharray: 2 3;
      }
      .pointed {
        fill: none;
        stroke: var(--text);
        stroke-width: 2;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 0.5rem;
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .scale {
        width: 7rem;
        height: 0.6rem;
        border-radius: 3px;
        background: linear-gradient(to right, var(--removable), var(--surface), var(--important));
      }
      .readout {
        min-height: 1.3em;
        font-size: 0.8125rem;
      }
      select {
        max-width: 12rem;
        min-height: 1.75rem;
        font-size: 0.8125rem;
      }
      button.load {
        justify-self: start;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('chainId')) Object.assign(this, { data: null, error: null, probe: undefined, busy: false });
    if (changed.has('chainId') || (changed.has('finished') && this.finished)) this.#load();
  }

  async #load() {
    if (!this.finished || this.busy) return;
    await this.#read();
  }

  async #read() {
    const { chainId, probe } = this;
    this.busy = true;
    this.error = null;
    try {
      const data = await get(withQuery(`/chains/${encodeURIComponent(chainId)}/layers`, { probe }));
      if (chainId === this.chainId) this.data = data;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<figure class="panel">
      <figcaption>
        <h2>Layers</h2>
        ${this.probes.length > 1 ? this.#choice() : nothing}
        ${this.data?.steps.length > 0 ? tableToggle(this, 'contribution of layers') : nothing}
      </figcaption>
      <lp-error .error=${this.error} .retry=${() => this.#read()}></lp-error>
      ${this.data ? this.#content() : this.#before()}
    </figure>`;
  }

  #choice() {
    const shown = this.data?.probe;
    return html`<select aria-label="Probe" @change=${(event) => this.#choose(event.target.value)}>
      ${this.probes.map(({ probe }) => html`<option value=${probe} ?selected=${probe === shown}>${probeName(probe)}</option>`)}
    </select>`;
  }

  #choose(probe) {
    this.probe = probe;
    this.#read();
  }

  #before() {
    if (this.error) return nothing;
    if (this.busy) return html`<p class="muted">Reading activations …</p>`;
    return html`<p class="muted small">
        What each layer adds to the probe's decision, computed from the recorded activations.
      </p>
      <button type="button" class="load" @click=${() => this.#read()}>${icon('refresh')}Compute up to now</button>`;
  }

  #content() {
    const { data } = this;
    if (data.steps.length === 0)
      return html`<p class="muted">No step's activations can be read.</p>
        ${this.#missing()}`;
    return html`${this.asTable ? this.#table() : this.#map()} ${this.#missing()}`;
  }

  #map() {
    const { layers, steps, missing } = this.data;
    const columns = [...steps, ...missing].sort((a, b) => a.index - b.index);
    const strongest = Math.max(1e-9, ...steps.flatMap((step) => step.contributions.map(Math.abs)));
    const width = LEFT + columns.length * CELL.width;
    const height = layers.length * CELL.height + BOTTOM;
    return html`<div class="legend">
        <span>removable</span><span class="number">${signed(-strongest)}</span><span class="scale"></span
        ><span class="number">${signed(strongest)}</span><span>important (logits)</span>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label="Heat map of layers">
        <svg
          role="img"
          aria-label=${this.#summary()}
          width=${width}
          height=${height}
          viewBox="0 0 ${width} ${height}"
          @pointermove=${(event) => this.#point(event, columns)}
          @pointerleave=${() => (this.pointed = null)}
        >
          ${layers.map((layer, row) => svg`<text class="layer" x=${LEFT - 8} y=${this.#y(row) + 13}>${layer}</text>`)}
          ${columns.map((column, place) => this.#column(column, place, strongest))} ${this.#outline()}
        </svg>
      </div>
      <p class="readout number" data-testid="layer-readout">${this.#readout()}</p>`;
  }

  /** The last layer stands at the top, as one draws a network. */
  #y(row) {
    return (this.data.layers.length - 1 - row) * CELL.height;
  }

  #column({ index, contributions }, place, strongest) {
    const x = LEFT + place * CELL.width;
    const bottom = this.data.layers.length * CELL.height;
    return svg`${contributions ? contributions.map((value, row) => this.#cell(value, x, this.#y(row), strongest)) : svg`<rect class="missing" x=${x + 2} y="2" width=${CELL.width - 4} height=${bottom - 4}></rect>`}
      <text class="step" x=${x + CELL.width / 2} y=${bottom + 14}>${index}</text>`;
  }

  #cell(value, x, y, strongest) {
    const opacity = (Math.abs(value) / strongest).toFixed(3);
    return svg`<rect class=${value < 0 ? 'down' : 'up'} x=${x + 0.5} y=${y + 0.5} width=${CELL.width - 1} height=${CELL.height - 1} fill-opacity=${opacity}></rect>`;
  }

  #point(event, columns) {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor((event.clientX - box.left - LEFT) / CELL.width);
    const row = this.data.layers.length - 1 - Math.floor((event.clientY - box.top) / CELL.height);
    const inside = columns[place] && row >= 0 && row < this.data.layers.length;
    if (inside && this.pointed?.place === place && this.pointed.row === row) return;
    this.pointed = inside ? { place, row, column: columns[place] } : null;
  }

  #outline() {
    if (!this.pointed) return nothing;
    const { place, row } = this.pointed;
    return svg`<rect class="pointed" x=${LEFT + place * CELL.width} y=${this.#y(row)} width=${CELL.width} height=${CELL.height}></rect>`;
  }

  #readout() {
    if (!this.pointed)
      return html`<span class="muted">${probeName(this.data.probe)}: layers upwards, steps to the right.</span>`;
    const { row, column } = this.pointed;
    if (!column.contributions) return `Step ${column.index}: ${REASONS[column.reason] ?? column.reason}`;
    return `Step ${column.index}, layer ${this.data.layers[row]}: ${signed(column.contributions[row])} logits of ${signed(column.logit)}`;
  }

  #summary() {
    const { layers, steps } = this.data;
    return `Contribution of ${layers.length} layers to the probe's decision on ${steps.length} steps. The table has the numbers.`;
  }

  #missing() {
    const { missing } = this.data;
    if (missing.length === 0) return nothing;
    const reasons = Object.groupBy ? Object.groupBy(missing, ({ reason }) => reason) : { '': missing };
    return html`<p class="muted small">
      ${Object.entries(reasons).map(([reason, steps]) => html`${whole(steps.length)} ${steps.length === 1 ? 'step' : 'steps'} missing: ${REASONS[reason] ?? 'see the API'}. `)}
    </p>`;
  }

  #table() {
    const { layers, steps } = this.data;
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Contribution of layers in logits, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" class="number">Logit</th>
            ${layers.map((layer) => html`<th scope="col" class="number">Layer ${layer}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${steps.map(
            ({ index, logit, contributions }) =>
              html`<tr>
                <th scope="row">${index}</th>
                <td class="number">${signed(logit)}</td>
                ${contributions.map((value) => html`<td class="number">${signed(value)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('lp-layers', LpLayers);
