import { html, nothing } from '../../base.js';

/** Which page of a list is shown; `after` is the cursor that it begins at, null for the newest. */
export class Pages {
  #cursors = [];
  #changed;

  /** @param changed is called when another page is chosen */
  constructor(changed) {
    this.#changed = changed;
  }

  get after() {
    return this.#cursors.at(-1) ?? null;
  }

  /** Back to the newest, without a call of `changed`. */
  reset() {
    this.#cursors = [];
  }

  /** The buttons to newer and older entries; nothing where all fit on one page. */
  buttons(next) {
    if (!next && this.after === null) return nothing;
    return html`<nav class="actions pages" aria-label="Pages">
      <button type="button" ?disabled=${this.after === null} @click=${() => this.#newer()}>Newer</button>
      <button type="button" ?disabled=${!next} @click=${() => this.#older(next)}>Older</button>
    </nav>`;
  }

  #newer() {
    this.#cursors.pop();
    this.#changed();
  }

  #older(next) {
    this.#cursors.push(next);
    this.#changed();
  }
}
