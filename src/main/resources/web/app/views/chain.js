import { LpElement, html } from '../base.js';

export class LpChain extends LpElement {
  render() {
    return html`<h1 tabindex="-1">Chain</h1>`;
  }
}

customElements.define('lp-chain', LpChain);
