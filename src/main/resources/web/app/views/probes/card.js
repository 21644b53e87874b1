import { html } from '../../base.js';
import { dateTime, decimal, probeName, score, whole } from '../../format.js';
import { figures } from '../shared/parts.js';
import { words } from '../shared/words.js';

/** All that is known of a probe. */
export function probeCard(probe) {
  return html`<div class="card" data-testid="probe-card">
    <div>
      <h3>About ${probeName(probe.probe)}</h3>
      ${figures(about(probe))}
    </div>
    <div>
      <h3>Figures on its test steps, when it was trained</h3>
      ${measured(probe.metrics)}
    </div>
  </div>`;
}

function about(probe) {
  return [
    ['Key', html`<span class="mono">${probe.probe}</span>`],
    ['Layers read', whole(probe.layers)],
    ['Hidden size', whole(probe.hidden)],
    ['Pooling', words(probe.pooling)],
    ['View of the layers', words(probe.layerView)],
    ['Uncertain between', `${score(probe.thresholds.removableAtMost)} and ${score(probe.thresholds.importantAtLeast)}`],
    ['Trained', dateTime(probe.trainedAt)],
    ['Champion since', probe.championSince ? dateTime(probe.championSince) : 'never'],
    ['Trained from', probe.parent ? probeName(probe.parent) : '–'],
    ['Model fingerprint', html`<span class="mono">${probe.modelFingerprint}</span>`],
  ];
}

function measured(metrics) {
  const entries = Object.entries(metrics);
  if (entries.length === 0) return html`<p class="blank">None came with the probe.</p>`;
  return figures(entries.map(([name, value]) => [metricName(name), metricValue(value)]));
}

/** "auroc95Low" as "AUROC 95 low". */
function metricName(name) {
  return words(name.replace(/([A-Z]|\d+)/g, '_$1'));
}

const metricValue = (value) => (Number.isInteger(value) && value > 1 ? whole(value) : decimal(value, 3));
