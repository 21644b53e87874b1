import { html, nothing } from '../../base.js';
import { time } from '../../format.js';

const SEVERITIES = {
  INFO: { name: 'Info', tone: 'accent', icon: 'info' },
  WARNING: { name: 'Warning', tone: 'warn', icon: 'warning' },
  CRITICAL: { name: 'Critical', tone: 'bad', icon: 'critical' },
};

const STATES = {
  OPEN: { name: 'Open', icon: 'bell' },
  ACKNOWLEDGED: { name: 'Acknowledged', icon: 'check' },
  RECOVERED: { name: 'Recovered', icon: 'check', tone: 'good' },
};

/** [value, name] of each severity. */
export const severityOptions = Object.entries(SEVERITIES).map(([value, { name }]) => [value, name]);

/** A severity as icon and word. */
export function severityPill(severity) {
  const { name, tone, icon } = SEVERITIES[severity];
  return html`<lp-pill tone=${tone} icon=${icon}>${name}</lp-pill>`;
}

/** Whether notifications of an incident are held back now. */
export const isMuted = ({ mutedUntil }, now = Date.now()) =>
  mutedUntil !== null && new Date(mutedUntil).getTime() > now;

/** The state of an incident as icon and word; also whether it is muted. */
export function stateMarks(incident) {
  const { name, icon, tone = 'plain' } = STATES[incident.state];
  return html`<lp-pill tone=${tone} icon=${icon}>${name}</lp-pill> ${
      isMuted(incident)
        ? html`<br /><lp-pill tone="plain" icon="muted">Muted until ${time(incident.mutedUntil)}</lp-pill>`
        : nothing
    }`;
}
