import { LpElement, css, html } from '../../base.js';
import { get, withQuery } from '../../api.js';
import { dateTime, visible } from '../../format.js';
import { dataTable } from '../shared/parts.js';
import { Pages } from '../shared/pager.js';
import { Poll } from '../shared/poll.js';
import { view } from '../shared/styles.js';
import { words } from '../shared/words.js';

/** Who changed what, and when. */
class LpAudit extends LpElement {
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
    this.list = new Poll(this, () => get(withQuery('/audit', { after: this.pages.after })), {
      every: 5000,
      events: ['incident', 'probesChanged', 'replaysChanged'],
    });
  }

  render() {
    return html`<div class="panel">${this.list.when((list) => this.#content(list))}</div>`;
  }

  #content({ entries, next }) {
    if (entries.length === 0) {
      return html`<lp-empty label="Nothing has been changed yet"
        >Every change that someone makes here or through the API is kept.</lp-empty
      >`;
    }
    return html`${table(entries)} ${this.pages.buttons(next)}`;
  }
}

function table(entries) {
  return dataTable({
    caption: 'Changes, the newest first',
    captionHidden: true,
    rows: entries,
    key: (entry) => `${entry.at} ${entry.user} ${entry.action} ${visible(entry.target)}`,
    testid: 'audit-row',
    columns: [
      { name: 'Time', cell: (entry) => html`<time datetime=${entry.at}>${dateTime(entry.at)}</time>` },
      { name: 'User', cell: (entry) => html`<span class="foreign">${entry.user}</span>` },
      { name: 'Action', cell: (entry) => words(entry.action) },
      { name: 'Target', cell: (entry) => html`<span class="foreign">${entry.target}</span>` },
      { name: 'Detail', cell: (entry) => html`<span class="foreign">${visible(entry.detail || '–')}</span>` },
    ],
  });
}

customElements.define('lp-audit', LpAudit);
