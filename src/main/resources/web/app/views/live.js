import { LpElement, html } from '../base.js';

export class LpLive extends LpElement {
  render() {
    return html`<h1 tabindex="-1">Live</h1>`;
  }
}

customElements.define('lp-live', LpLive);
