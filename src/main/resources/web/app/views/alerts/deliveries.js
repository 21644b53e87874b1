import { LpElement, css, html, nothing } from '../../base.js';
import { get, withQuery } from '../../api.js';
import { dateTime, duration, whole } from '../../format.js';
import { href } from '../../router.js';
import { dataTable } from '../shared/parts.js';
import { Pages } from '../shared/pager.js';
import { Poll } from '../shared/poll.js';
import { view } from '../shared/styles.js';

const OUTCOMES = {
  DELIVERED: { name: 'Delivered', tone: 'good', icon: 'check' },
  WILL_RETRY: { name: 'Will retry', tone: 'warn', icon: 'refresh' },
  GAVE_UP: { name: 'Gave up', tone: 'bad', icon: 'cross' },
};

/** What webhooks were told, each attempt a row; of one incident where `incident` is its id. */
class LpDeliveries extends LpElement {
  static properties = { incident: {} };

  static styles = [
    LpElement.styles,
    view,
    css`
      .pages {
        margin-top: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.pages = new Pages(() => this.list.again());
    this.list = new Poll(
      this,
      () => get(withQuery('/deliveries', { incident: this.incident, after: this.pages.after })),
      {
        every: 5000,
        events: ['incident'],
      },
    );
  }

  willUpdate(changed) {
    if (!changed.has('incident') || !this.hasUpdated) return;
    this.pages.reset();
    this.list.again();
  }

  render() {
    return html`${this.incident ? this.#narrowed() : nothing}
      <div class="panel">${this.list.when((list) => this.#content(list))}</div>`;
  }

  #narrowed() {
    return html`<p class="note">
      Only deliveries of incident ${this.incident}. <a href=${href('alerts', null, { tab: 'deliveries' })}>Show all</a>
    </p>`;
  }

  #content({ deliveries, next }) {
    if (deliveries.length === 0) {
      return html`<lp-empty label="No deliveries yet"
        >Each attempt to tell a webhook of an incident, or of its recovery, is a row here. Webhooks are set up where the
        monitor is started.</lp-empty
      >`;
    }
    return html`${table(deliveries)} ${this.pages.buttons(next)}`;
  }
}

function table(deliveries) {
  return dataTable({
    caption: 'Attempts to tell webhooks, the newest first',
    captionHidden: true,
    rows: deliveries,
    key: (delivery) => `${delivery.incidentId} ${delivery.target} ${delivery.kind} ${delivery.attempt} ${delivery.at}`,
    testid: 'delivery-row',
    columns: [
      { name: 'Time', cell: (delivery) => html`<time datetime=${delivery.at}>${dateTime(delivery.at)}</time>` },
      { name: 'Kind', cell: (delivery) => (delivery.kind === 'RAISED' ? 'Raised' : 'Recovered') },
      { name: 'Incident', cell: (delivery) => html`<span class="mono">${delivery.incidentId}</span>` },
      { name: 'Target', cell: (delivery) => delivery.target },
      { name: 'Attempt', number: true, cell: (delivery) => whole(delivery.attempt) },
      { name: 'Outcome', cell: outcome },
      { name: 'HTTP status', number: true, cell: (delivery) => delivery.httpStatus ?? '–' },
      { name: 'Took', number: true, cell: (delivery) => duration(delivery.elapsedMs) },
    ],
  });
}

function outcome(delivery) {
  const { name, tone, icon } = OUTCOMES[delivery.outcome];
  return html`<lp-pill tone=${tone} icon=${icon}>${name}</lp-pill>
    ${delivery.error ? html`<span class="muted">${delivery.error}</span>` : nothing}`;
}

customElements.define('lp-deliveries', LpDeliveries);
