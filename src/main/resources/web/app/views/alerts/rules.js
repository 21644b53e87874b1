import { LpElement, css, html } from '../../base.js';
import { get, put } from '../../api.js';
import { whole } from '../../format.js';
import { dataTable, mayChange, whyNot } from '../shared/parts.js';
import { Poll } from '../shared/poll.js';
import { view } from '../shared/styles.js';
import { severityPill } from './marks.js';
import './rule-dialog.js';
import { clearedAt, raisedAt, signalOf } from './signals.js';

/** The rules that raise incidents; operators change them. */
class LpRules extends LpElement {
  static properties = { edited: { state: true } };

  static styles = [
    LpElement.styles,
    view,
    css`
      .about {
        display: block;
        max-width: 44ch;
        margin-top: 0.1rem;
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 400;
      }
    `,
  ];

  constructor() {
    super();
    this.edited = null;
    this.rules = new Poll(this, () => get('/alert-rules'), { every: 5000 });
  }

  render() {
    return html`<div class="panel">${this.rules.when(({ rules }) => this.#table(rules))}</div>
      <lp-rule-dialog
        .rule=${this.edited}
        .save=${(rule) => this.#save(rule)}
        @close=${() => this.#closed()}
      ></lp-rule-dialog>`;
  }

  #table(rules) {
    return dataTable({
      caption: 'An incident is raised at one level and ends at another, so that it does not flicker',
      rows: rules,
      key: (rule) => rule.id,
      testid: 'rule-row',
      columns: [
        {
          name: 'Rule',
          cell: (rule) => html`<span>${signalOf(rule).name}<span class="about">${rule.description}</span></span>`,
        },
        { name: 'Severity', cell: (rule) => severityPill(rule.severity) },
        { name: 'Raise at', number: true, cell: raisedAt },
        { name: 'Clear at', number: true, cell: clearedAt },
        { name: 'Window', number: true, cell: (rule) => whole(rule.window) },
        { name: 'Notifications a minute', number: true, cell: (rule) => whole(rule.notificationsPerMinute) },
        { name: 'Enabled', cell: enabled },
        { name: 'Actions', quiet: true, cell: (rule) => this.#edit(rule) },
      ],
    });
  }

  #edit(rule) {
    return html`<div class="actions">
      <button
        type="button"
        data-testid="rule-edit"
        aria-label="Edit: ${signalOf(rule).name}"
        ?disabled=${!mayChange()}
        title=${whyNot()}
        @click=${(event) => this.#open(rule, event.currentTarget)}
      >
        Edit
      </button>
    </div>`;
  }

  #open(rule, opener) {
    this.opener = opener;
    this.edited = rule;
  }

  #closed() {
    this.edited = null;
    this.opener?.focus();
  }

  async #save(rule) {
    await put(`/alert-rules/${encodeURIComponent(rule.id)}`, rule);
    const rules = this.rules.value.rules.map((other) => (other.id === rule.id ? rule : other));
    this.rules.value = { rules };
    this.notify(`Changed: ${signalOf(rule).name}.`, 'good');
  }
}

function enabled(rule) {
  return rule.enabled
    ? html`<lp-pill tone="good" icon="check">On</lp-pill>`
    : html`<lp-pill tone="plain" icon="unlabelled">Off</lp-pill>`;
}

customElements.define('lp-rules', LpRules);
