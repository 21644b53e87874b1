import { LpElement, css, html } from '../../base.js';

const TYPING_MS = 150;
const VERDICTS = [
  ['IMPORTANT', 'Important'],
  ['UNCERTAIN', 'Uncertain'],
  ['REMOVABLE', 'Removable'],
];

/** The filter of chains: says `lp-filter` with {model, verdict, min, max, text} after each change. */
class LpFilters extends LpElement {
  static properties = { filter: { attribute: false }, models: { attribute: false } };
  #typing = null;

  static styles = [
    LpElement.styles,
    css`
      .range {
        display: flex;
        align-items: center;
        gap: 0.35rem;
      }
      .range input {
        width: 4.6rem;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 0.2rem;
        font-weight: 550;
      }
      .text {
        flex: 1 1 11rem;
        max-width: 20rem;
      }
      .text input {
        width: 100%;
      }
    `,
  ];

  render() {
    const { model = '', verdict = '', text = '' } = this.filter;
    return html`<form
      class="toolbar"
      role="search"
      aria-label="Filter chains"
      @submit=${(event) => event.preventDefault()}
    >
      <label class="field"
        ><span>Model</span>${this.#select(
          'model',
          model,
          'All models',
          this.models.map((name) => [name, name]),
        )}</label
      >
      <label class="field"><span>Verdict</span>${this.#select('verdict', verdict, 'Any verdict', VERDICTS)}</label>
      <fieldset class="field">
        <legend>Score</legend>
        <span class="range"
          >${this.#bound('min', 'Lowest score', '0')} to ${this.#bound('max', 'Highest score', '1')}</span
        >
      </fieldset>
      <label class="field text"
        ><span>Text</span>
        <input
          type="search"
          placeholder="in question or steps"
          data-testid="filter-text"
          .value=${text}
          @input=${this.#type}
      /></label>
    </form>`;
  }

  #select(name, chosen, all, options) {
    return html`<select data-testid="filter-${name}" @change=${(event) => this.#change({ [name]: event.target.value })}>
      <option value="" ?selected=${chosen === ''}>${all}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${chosen === value}>${text}</option>`)}
    </select>`;
  }

  #bound(name, label, placeholder) {
    return html`<input
      type="number"
      min="0"
      max="1"
      step="0.05"
      aria-label=${label}
      placeholder=${placeholder}
      data-testid="filter-${name}"
      .value=${this.filter[name] ?? ''}
      @input=${(event) => this.#change({ [name]: event.target.value })}
    />`;
  }

  #type(event) {
    clearTimeout(this.#typing);
    const text = event.target.value.trim();
    this.#typing = setTimeout(() => this.#change({ text }), TYPING_MS);
  }

  #change(part) {
    this.dispatchEvent(new CustomEvent('lp-filter', { detail: { ...this.filter, ...part } }));
  }
}

customElements.define('lp-filters', LpFilters);
