import { html, nothing } from '../../base.js';
import { decimal, duration, percent, probeName, whole } from '../../format.js';
import { choice, figures, when } from '../shared/parts.js';
import { statusPill } from '../shared/status.js';
import { words } from '../shared/words.js';

/** Champion beside challenger. `choose` is called with the key of another challenger. */
export function cards({ champion, challenger, challengers }, choose) {
  return html`<div class="grid">
    ${champion ? card(champion, 'quality-champion') : blank('Champion', 'quality-champion', 'This model has no champion: nothing flags its steps. Promote a probe under Probes.')}
    ${
      challenger
        ? card(
            challenger,
            'quality-challenger',
            challengers.length > 1 ? picker(challenger, challengers, choose) : nothing,
          )
        : blank(
            'Challenger',
            'quality-challenger',
            'No challenger scores beside the champion. linchpin train publishes one when it has enough labels.',
          )
    }
  </div>`;
}

function blank(heading, testid, text) {
  return html`<section class="panel card" data-testid=${testid} aria-labelledby=${testid}>
    <header><h2 id=${testid}>${heading}</h2></header>
    <p class="blank">${text}</p>
  </section>`;
}

function picker(challenger, challengers, choose) {
  const options = challengers.map(({ probe }) => [probe, probeName(probe)]);
  return choice('Challenger', challenger.probe, options, choose);
}

function card(probe, testid, more = nothing) {
  return html`<section class="panel card" data-testid=${testid} aria-labelledby=${testid}>
    <header>
      <h2 id=${testid}>${probeName(probe.probe)}</h2>
      ${statusPill(probe.status)} ${more}
    </header>
    ${probe.latest ? measured(probe.latest) : html`<p class="blank">No labels have come back yet: ablation labels a step only after its chain has ended.</p>`}
  </section>`;
}

function measured(latest) {
  return html`<p class="lead">
      <span class="number" data-testid="auroc">${decimal(latest.auroc, 3)}</span>
      <span>AUROC <span class="muted">${aurocBand(latest)}</span></span>
    </p>
    ${figures([
      ['Accuracy', percent(latest.accuracy), percentBand(latest.accuracyLow, latest.accuracyHigh)],
      ['Balanced accuracy', percent(latest.balancedAccuracy)],
      ['Calibration error', decimal(latest.calibrationError, 3)],
      ['Brier score', decimal(latest.brier, 3)],
      ['Important, precision / recall', pair(latest.importantPrecision, latest.importantRecall)],
      ['Removable, precision / recall', pair(latest.removablePrecision, latest.removableRecall)],
      [
        'Labels in the window',
        whole(latest.windowLabels),
        `of ${whole(latest.labels)}, ${whole(latest.windowChains)} chains`,
      ],
      ['Label delay, median', duration(latest.delays.medianMs)],
      ['Steps awaiting a label', whole(latest.pendingSteps)],
      ['Steps lost to retention', whole(latest.lostSteps)],
      ['Measured', when(latest.evaluatedAt)],
    ])}
    ${alarms(latest.alarms)}`;
}

function aurocBand({ aurocLow: low, aurocHigh: high }) {
  return low === null ? '(no band yet)' : `(95% band ${decimal(low, 3)} to ${decimal(high, 3)})`;
}

const percentBand = (low, high) => (low === null ? '' : `${percent(low)} to ${percent(high)}`);

const pair = (precision, recall) => `${percent(precision)} / ${percent(recall)}`;

function alarms(list) {
  return html`<div class="alarms">
    ${
      list.length === 0
        ? html`<lp-pill tone="good" icon="check">No alarms</lp-pill>`
        : list.map((alarm) => html`<lp-pill tone="bad" icon="warning">${words(alarm)}</lp-pill>`)
    }
  </div>`;
}
