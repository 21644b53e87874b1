import { html, nothing, verdictMark } from '../../base.js';
import { probeName, score, visible, whole } from '../../format.js';
import { chainHref, href } from '../../router.js';
import { when } from '../shared/parts.js';
import { severityPill, stateMarks } from './marks.js';
import { raisedAt, signalOf, valueText } from './signals.js';

/** Columns of the table of incidents; `ruleOf` gives the rule of an incident. */
export function incidentColumns(ruleOf) {
  return [
    { name: 'Rule and subject', cell: (incident) => about(incident, ruleOf(incident)) },
    { name: 'Severity', cell: (incident) => severityPill(incident.severity) },
    { name: 'State', cell: state },
    { name: 'Value', cell: (incident) => value(incident, ruleOf(incident)) },
    { name: 'Seen', cell: seen },
    { name: 'Step', cell: step },
  ];
}

function about(incident, rule) {
  return html`<span>${signalOf(rule).name}<span class="subject">${subject(incident.subject)}</span></span>`;
}

function subject({ kind, name }) {
  switch (kind) {
    case 'CHAIN':
      return html`Chain <a href=${chainHref(name)}>${name}</a>`;
    case 'PROBE':
      return html`Probe ${probeName(name)}`;
    case 'MODEL':
      return html`Model ${name}`;
    default:
      return 'The cluster';
  }
}

function state(incident) {
  const { acknowledgedBy, note } = incident;
  return html`${stateMarks(incident)}${
    acknowledgedBy
      ? html`<span class="subject muted foreign who">${acknowledgedBy}${note ? `: “${visible(note)}”` : nothing}</span>`
      : nothing
  }`;
}

function value(incident, rule) {
  const level = raisedAt({ ...rule, raiseAt: incident.threshold });
  return html`<span class="number">${valueText(rule, incident.value)}</span>
    <span class="subject muted">raised at ${level}</span>`;
}

function seen({ id, occurrences, openedAt, lastAt, recoveredAt, suppressedNotifications }) {
  const times = occurrences === 1 ? 'once' : `${whole(occurrences)} times`;
  return html`<span class="number">${times}</span>
    <span class="subject muted">first ${when(openedAt)}, last ${when(lastAt)}</span>
    ${recoveredAt ? html`<span class="subject muted">recovered ${when(recoveredAt)}</span>` : nothing}
    <span class="subject muted">
      ${heldBack(suppressedNotifications)}<a href=${href('alerts', null, { tab: 'deliveries', incident: id })}
        >Deliveries</a
      >
    </span>`;
}

function heldBack(count) {
  if (count === 0) return '';
  return `${whole(count)} ${count === 1 ? 'notification' : 'notifications'} held back. `;
}

function step({ step: at }) {
  if (!at) return '–';
  return html`<a href=${chainHref(at.chainId, at.index)} data-testid="incident-step">Step ${at.index}</a>
    <span class="subject verdict">${verdictMark(at.verdict)}<span class="number">${score(at.score)}</span></span>`;
}
