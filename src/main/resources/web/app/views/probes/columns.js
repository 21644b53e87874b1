import { html } from '../../base.js';
import { decimal, percent, score } from '../../format.js';
import { when } from '../shared/parts.js';
import { statusPill } from '../shared/status.js';

/** Columns of the table of probes. */
export function probeColumns() {
  return [
    { name: 'Probe', cell: (probe) => html`<span>${probe.name} <span class="number">v${probe.version}</span></span>` },
    { name: 'Status', cell: status },
    { name: 'Kind and input', cell: input },
    { name: 'Removable at most', number: true, cell: (probe) => score(probe.thresholds.removableAtMost) },
    { name: 'Important at least', number: true, cell: (probe) => score(probe.thresholds.importantAtLeast) },
    { name: 'AUROC', number: true, cell: (probe) => decimal(probe.metrics.auroc, 3) },
    { name: 'Accuracy', number: true, cell: (probe) => percent(probe.metrics.accuracy) },
    { name: 'Trained', cell: (probe) => when(probe.trainedAt) },
  ];
}

function status(probe) {
  return html`${statusPill(probe.status)}${
    probe.championSince && probe.status === 'CHAMPION'
      ? html`<span class="about">since ${when(probe.championSince)}</span>`
      : ''
  }`;
}

function input(probe) {
  return html`${probe.kind.toUpperCase() === 'MLP' ? 'MLP' : probe.kind.toLowerCase()}
    <span class="about"
      >${probe.layers} layers × ${probe.hidden}, ${probe.pooling.toLowerCase().replaceAll('_', ' ')}</span
    >`;
}
