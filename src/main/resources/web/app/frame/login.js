import { LpElement, css, html } from '../base.js';
import { login } from '../api.js';

/** Asks for a token. Says `lp-entered` once the server has taken it. */
class LpLogin extends LpElement {
  static properties = { error: { state: true }, busy: { state: true } };

  static styles = [
    LpElement.styles,
    css`
      .panel {
        display: grid;
        gap: 0.9rem;
        max-width: 24rem;
        margin: 12vh auto 0;
        padding: 1.5rem;
      }
    `,
  ];

  render() {
    return html`<form class="panel" @submit=${this.#submit}>
      <h1 tabindex="-1">Log in</h1>
      <p class="muted">This installation of Linchpin asks for a token. Whoever runs it hands tokens out.</p>
      <lp-error .error=${this.error}></lp-error>
      <label class="field"
        ><span>Token</span>
        <input type="password" name="token" autocomplete="current-password" required data-testid="login-token"
      /></label>
      <button class="primary" ?disabled=${this.busy} data-testid="login-submit">Log in</button>
    </form>`;
  }

  firstUpdated() {
    this.renderRoot.querySelector('input').focus();
  }

  async #submit(event) {
    event.preventDefault();
    this.busy = true;
    try {
      await login(this.renderRoot.querySelector('input').value.trim());
      this.dispatchEvent(new CustomEvent('lp-entered'));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('lp-login', LpLogin);
