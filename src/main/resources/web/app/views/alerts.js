import { LpElement, html } from '../base.js';
import { go, href } from '../router.js';
import { readOnlyNote } from './shared/parts.js';
import { view } from './shared/styles.js';
import { tabStyles, tabbed } from './shared/tabs.js';
import './alerts/incidents.js';
import './alerts/rules.js';
import './alerts/deliveries.js';
import './alerts/audit.js';

const TABS = [
  { id: 'incidents', name: 'Incidents', content: (query) => html`<lp-incidents .query=${query}></lp-incidents>` },
  { id: 'rules', name: 'Rules', content: () => html`<lp-rules></lp-rules>` },
  {
    id: 'deliveries',
    name: 'Webhook deliveries',
    content: (query) => html`<lp-deliveries .incident=${query.incident}></lp-deliveries>`,
  },
  { id: 'audit', name: 'Audit log', content: () => html`<lp-audit></lp-audit>` },
];

/** Incidents, the rules that raise them, what webhooks were told, and who changed what. */
export class LpAlerts extends LpElement {
  static properties = { query: { attribute: false } };

  static styles = [LpElement.styles, view, tabStyles];

  render() {
    const query = this.query ?? {};
    const tabs = TABS.map((tab) => ({ ...tab, content: () => tab.content(query) }));
    return html`<div class="head">
        <h1 tabindex="-1">Alerts</h1>
        <p class="intro">One incident for each rule and subject, for as long as it lasts.</p>
      </div>
      ${readOnlyNote()} ${tabbed('Alerts', tabs, query.tab, (tab) => go(href('alerts', null, { tab })))}`;
  }
}

customElements.define('lp-alerts', LpAlerts);
