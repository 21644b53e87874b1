import { LitElement, css, html, nothing } from 'lit';
import * as echarts from 'echarts/core';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { themeOf } from './charts/theme.js';

echarts.use([BarChart, CustomChart, LineChart, ScatterChart]);
echarts.use([GridComponent, LegendComponent, MarkLineComponent, TooltipComponent]);
echarts.use([LabelLayout, CanvasRenderer]);

const DARK = '(prefers-color-scheme: dark)';

/**
 * A chart with a name, a sentence that says what it shows, and the same data as a table.
 *
 * `label` is its name; `summary` is the sentence; `chart` is {unit, empty, columns: [text],
 * rows: [[text]], option(theme, width, height, both in pixels)}; `height` is in pixels; `blank` is what stands
 * there while the chart is empty. Follows the page's theme and its own width.
 */
export class LpChart extends LitElement {
  static properties = {
    label: {},
    summary: {},
    blank: {},
    height: { type: Number },
    chart: { attribute: false },
    asTable: { state: true },
  };

  static styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    figure {
      margin: 0;
    }
    figcaption {
      display: flex;
      align-items: baseline;
      gap: 0.5rem;
      margin-bottom: 0.4rem;
      font-size: 0.8125rem;
    }
    h2 {
      margin: 0;
      font-size: 0.9375rem;
      font-weight: 650;
    }
    .unit,
    .summary,
    .blank {
      color: var(--muted, GrayText);
    }
    .summary {
      margin: 0 0 0.5rem;
      font-size: 0.8125rem;
    }
    .blank {
      margin: 0;
      padding: 1.25rem 0;
      font-size: 0.875rem;
    }
    button {
      margin-left: auto;
      padding: 0.1rem 0.25rem;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--accent, LinkText);
      font: inherit;
      text-decoration: underline;
      text-underline-offset: 2px;
      white-space: nowrap;
      cursor: pointer;
    }
    button:focus-visible,
    .scroll:focus-visible {
      outline: 2px solid var(--focus, Highlight);
      outline-offset: 2px;
    }
    .scroll {
      overflow: auto;
      max-height: 22rem;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: 0.8125rem;
      font-variant-numeric: tabular-nums;
    }
    caption {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    th,
    td {
      padding: 0.3rem 0.75rem 0.3rem 0;
      border-bottom: 1px solid var(--line, GrayText);
      text-align: right;
      white-space: nowrap;
    }
    th:first-child,
    td:first-child {
      text-align: left;
    }
    thead th {
      color: var(--muted, GrayText);
      font-weight: 600;
    }
    tbody th {
      font-weight: 400;
    }
  `;

  constructor() {
    super();
    this.height = 220;
    this.asTable = false;
    this.redraw = () => this.draw();
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes = new ResizeObserver(() => this.fit());
    this.themes = new MutationObserver(this.redraw);
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
    this.scheme = matchMedia(DARK);
    this.scheme.addEventListener('change', this.redraw);
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.themes.disconnect();
    this.scheme.removeEventListener('change', this.redraw);
    this.drop();
  }

  render() {
    return html`<figure>
      <figcaption>
        <h2>${this.label}</h2>
        <span class="unit">${this.chart?.unit}</span>
        ${this.chart && !this.chart.empty ? this.toggle() : nothing}
      </figcaption>
      ${this.summary && this.chart && !this.chart.empty ? html`<p class="summary" part="summary">${this.summary}</p>` : nothing}
      ${this.content()}
    </figure>`;
  }

  toggle() {
    const text = this.asTable ? 'Show as chart' : 'Show as table';
    return html`<button
      type="button"
      aria-label="${text}: ${this.label}"
      @click=${() => (this.asTable = !this.asTable)}
    >
      ${text}
    </button>`;
  }

  content() {
    if (!this.chart || this.chart.empty) {
      return html`<p class="blank">${this.blank ?? 'Nothing to show yet.'}</p>`;
    }
    return this.asTable ? this.table() : this.canvas();
  }

  canvas() {
    return html`<div class="canvas" role="img" aria-label="${this.label}. ${this.summary ?? ''}"></div>`;
  }

  table() {
    const { columns, rows } = this.chart;
    return html`<div class="scroll" tabindex="0" role="group" aria-label="${this.label}, as a table">
      <table>
        <caption>
          ${this.label}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...rest]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${rest.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  updated() {
    const place = this.renderRoot.querySelector('.canvas');
    if (place !== this.place) {
      this.drop();
      this.hold(place);
    }
    this.draw();
  }

  hold(place) {
    this.place = place;
    if (place) {
      place.style.height = `${this.height}px`;
      this.sizes.observe(place);
    }
  }

  /** Draws once there is room, and again when the room changes. */
  fit() {
    this.instance?.resize();
    this.draw();
  }

  draw() {
    if (!this.place?.clientWidth || !this.chart) {
      return;
    }
    this.instance ??= echarts.init(this.place, null, { renderer: 'canvas' });
    const option = this.chart.option(themeOf(this), this.place.clientWidth, this.height);
    this.instance.setOption(option, { replaceMerge: ['series'] });
  }

  drop() {
    this.instance?.dispose();
    this.instance = undefined;
    if (this.place) {
      this.sizes.unobserve(this.place);
    }
    this.place = undefined;
  }
}

customElements.define('lp-chart', LpChart);
