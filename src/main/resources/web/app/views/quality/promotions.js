import { html } from '../../base.js';
import { dateTime, probeName } from '../../format.js';
import { dataTable, panel } from '../shared/parts.js';
import { statusPill } from '../shared/status.js';

/** Which probes have been champion, the newest first. */
export function promotionHistory(promotions) {
  const newestFirst = [...promotions].sort((a, b) => (b.championSince ?? '').localeCompare(a.championSince ?? ''));
  return panel('Promotion history', newestFirst.length === 0 ? blank() : table(newestFirst), { testid: 'promotions' });
}

function blank() {
  return html`<p class="blank">No probe of this model has been published yet.</p>`;
}

function table(promotions) {
  return dataTable({
    caption: 'Probes of this model and since when they were champion',
    captionHidden: true,
    rows: promotions,
    key: (promotion) => promotion.probe,
    testid: 'promotion-row',
    columns: [
      { name: 'Probe', cell: (promotion) => probeName(promotion.probe) },
      { name: 'Status', cell: (promotion) => statusPill(promotion.status) },
      {
        name: 'Champion since',
        cell: (promotion) => (promotion.championSince ? dateTime(promotion.championSince) : 'never'),
      },
      { name: 'Trained from', cell: (promotion) => (promotion.parent ? probeName(promotion.parent) : '–') },
    ],
  });
}
