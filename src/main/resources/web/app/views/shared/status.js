import { html } from '../../base.js';

const STATUSES = {
  CHAMPION: { name: 'Champion', tone: 'good', icon: 'check' },
  CHALLENGER: { name: 'Challenger', tone: 'accent', icon: 'forward' },
  RETIRED: { name: 'Retired', tone: 'plain', icon: 'unlabelled' },
};

/** What a probe's status is called. */
export const statusName = (status) => STATUSES[status].name;

/** A probe's status: champion, challenger or retired. */
export function statusPill(status) {
  const { name, tone, icon } = STATUSES[status];
  return html`<lp-pill tone=${tone} icon=${icon}>${name}</lp-pill>`;
}
