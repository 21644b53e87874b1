import { LpElement, css, html, nothing } from '../../base.js';
import { get, post, withQuery } from '../../api.js';
import { confirmed } from '../../confirm.js';
import { whole } from '../../format.js';
import { setQuery } from '../../router.js';
import { choice, dataTable, mayChange, whyNot } from '../shared/parts.js';
import { Pages } from '../shared/pager.js';
import { Poll } from '../shared/poll.js';
import { view } from '../shared/styles.js';
import { isMuted, severityOptions } from './marks.js';
import { incidentColumns } from './incident-columns.js';
import { signalOf } from './signals.js';

const STATES = [
  ['', 'All'],
  ['OPEN', 'Open'],
  ['ACKNOWLEDGED', 'Acknowledged'],
  ['MUTED', 'Muted'],
  ['RECOVERED', 'Recovered'],
];

const MUTES = [
  [15, '15 min'],
  [60, '1 h'],
  [480, '8 h'],
];

/** The list of incidents, with filters; operators acknowledge and mute. */
class LpIncidents extends LpElement {
  static properties = { query: { attribute: false }, filter: { state: true }, muting: { state: true } };

  static styles = [
    LpElement.styles,
    view,
    css`
      .toolbar {
        margin-bottom: 1rem;
      }
      .counts {
        margin-left: auto;
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .pages {
        margin-top: 0.75rem;
      }
      .subject {
        display: block;
        margin-top: 0.15rem;
        font-size: 0.75rem;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      th[scope='row'] {
        min-width: 11rem;
      }
      .who {
        max-width: 16rem;
      }
      @media (min-width: 48rem) {
        .subject:has(time),
        .subject:has(a) {
          min-width: 14rem;
        }
        .actions:not(:has(.quiet)) {
          flex-wrap: nowrap;
        }
      }
      th[scope='row'] > span {
        font-weight: 600;
      }
      .verdict {
        display: flex;
        align-items: center;
        gap: 0.4rem;
      }
    `,
  ];

  constructor() {
    super();
    this.filter = {};
    this.pages = new Pages(() => this.list.again());
    this.list = new Poll(this, () => this.#read(), { every: 5000, events: ['incident'] });
    this.rules = new Poll(this, () => get('/alert-rules'), { every: 60_000 });
  }

  connectedCallback() {
    this.filter = filterOf(this.query);
    super.connectedCallback();
  }

  willUpdate(changed) {
    if (!changed.has('query') || !this.hasUpdated) return;
    this.filter = filterOf(this.query);
    this.pages.reset();
    this.list.again();
  }

  async #read() {
    const { state, severity, rule, subject } = this.filter;
    const muted = state === 'MUTED';
    const query = {
      state: muted ? '' : state,
      severity,
      rule,
      subject,
      limit: muted ? 200 : 50,
      after: this.pages.after,
    };
    const answer = await get(withQuery('/incidents', query));
    return muted ? { ...answer, incidents: answer.incidents.filter((incident) => isMuted(incident)) } : answer;
  }

  render() {
    return html`${this.#toolbar()} ${this.list.when((list) => this.#content(list))}`;
  }

  #toolbar() {
    const { state, severity, rule } = this.filter;
    const rules = (this.rules.value?.rules ?? []).map((known) => [known.id, signalOf(known).name]);
    return html`<div class="toolbar" role="group" aria-label="Filters">
      ${choice('State', state, STATES, (value) => this.#narrow({ state: value }), 'filter-state')}
      ${choice('Severity', severity, [['', 'All'], ...severityOptions], (value) => this.#narrow({ severity: value }), 'filter-severity')}
      ${choice('Rule', rule, [['', 'All'], ...rules], (value) => this.#narrow({ rule: value }), 'filter-rule')}
      <span class="counts" data-testid="incident-counts" role="status">${this.#counts()}</span>
    </div>`;
  }

  #counts() {
    const counts = this.list.value?.counts;
    return counts
      ? `${whole(counts.open)} open, ${whole(counts.acknowledged)} acknowledged, ${whole(counts.muted)} muted`
      : '';
  }

  #narrow(part) {
    this.filter = { ...this.filter, ...part };
    this.pages.reset();
    setQuery({ tab: 'incidents', ...this.filter });
    this.list.again();
  }

  #content({ incidents, next }) {
    return html`<div class="panel">
      ${incidents.length === 0 ? this.#blank() : this.#table(incidents)} ${this.pages.buttons(next)}
    </div>`;
  }

  #blank() {
    const narrowed = Object.values(this.filter).some(Boolean);
    return html`<lp-empty label=${narrowed ? 'No incident matches the filters' : 'No incidents'}
      >${narrowed ? 'Choose “All” to see the others.' : 'An incident appears here as soon as a rule is broken. The rules are under “Rules”.'}</lp-empty
    >`;
  }

  #table(incidents) {
    const ruleOf = (incident) =>
      this.rules.value?.rules.find((rule) => rule.id === incident.rule) ?? { id: incident.rule };
    const actions = { name: 'Actions', quiet: true, cell: (incident) => this.#actions(incident) };
    return dataTable({
      caption: 'Incidents, the newest first',
      captionHidden: true,
      columns: [...incidentColumns(ruleOf), actions],
      rows: incidents,
      key: (incident) => incident.id,
      testid: 'incident-row',
    });
  }

  #actions(incident) {
    if (incident.state === 'RECOVERED') return nothing;
    return html`<div class="actions">
      ${this.muting === incident.id ? this.#durations(incident) : this.#buttons(incident)}
    </div>`;
  }

  #buttons(incident) {
    const acknowledge = this.#button('Acknowledge', 'incident-ack', () => this.#acknowledge(incident));
    return html`${incident.state === 'OPEN' ? acknowledge : nothing}
    ${
      isMuted(incident)
        ? this.#button('Unmute', 'incident-unmute', () => this.#change(incident, 'unmute', {}, 'Unmuted.'))
        : this.#button('Mute', 'incident-mute', () => this.#askHowLong(incident))
    }`;
  }

  #button(text, testid, act) {
    return html`<button type="button" data-testid=${testid} ?disabled=${!mayChange()} title=${whyNot()} @click=${act}>
      ${text}
    </button>`;
  }

  #durations(incident) {
    return html`${MUTES.map(([minutes, text]) => {
        const mute = () => this.#change(incident, 'mute', { minutes }, `Muted for ${text}.`);
        return html`<button type="button" data-testid="mute-${minutes}" aria-label="Mute for ${text}" @click=${mute}>
          ${text}
        </button>`;
      })} <button type="button" class="quiet" @click=${() => (this.muting = null)}>Cancel</button>`;
  }

  async #askHowLong(incident) {
    this.muting = incident.id;
    await this.updateComplete;
    this.renderRoot.querySelector(`[data-testid="mute-${MUTES[0][0]}"]`)?.focus();
  }

  async #acknowledge(incident) {
    const note = await confirmed({
      title: 'Acknowledge this incident?',
      text: 'It says that somebody looks into it. Your name and note are kept; it stays in the list until it has recovered.',
      action: 'Acknowledge',
      input: { label: 'Note (optional)' },
    });
    if (note !== null) await this.#change(incident, 'acknowledge', { note }, 'Acknowledged.');
  }

  async #change(incident, verb, body, done) {
    this.muting = null;
    try {
      this.#replace(await post(`/incidents/${encodeURIComponent(incident.id)}/${verb}`, body));
      this.notify(done, 'good');
    } catch (error) {
      this.notify(error.message, 'bad');
    }
  }

  #replace(changed) {
    const { incidents, ...rest } = this.list.value;
    this.list.value = {
      ...rest,
      incidents: incidents.map((incident) => (incident.id === changed.id ? changed : incident)),
    };
    this.requestUpdate();
  }
}

function filterOf({ state = '', severity = '', rule = '', subject = '' } = {}) {
  return { state, severity, rule, subject };
}

customElements.define('lp-incidents', LpIncidents);
