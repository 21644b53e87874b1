import { html } from '../../base.js';
import { decimal, duration, percent, whole } from '../../format.js';
import { histogram } from '../../charts/histogram.js';
import { lines } from '../../charts/lines.js';
import { reliability } from '../../charts/reliability.js';
import { binNames } from '../shared/bins.js';
import { statusName } from '../shared/status.js';

const NO_LABELS = 'No labels have come back yet: ablation labels the steps of a chain only after it has ended.';

/**
 * Charts of both sides: quality over time, calibration, label delay, drift.
 *
 * @param rules alert rules, whose thresholds are drawn
 */
export function plots({ champion, challenger }, rules) {
  const both = [champion, challenger].filter(Boolean);
  return html`<div class="grid">
    ${chart('auroc-chart', 'AUROC over time', overTime(both, 'auroc', aurocText, bounds(rules, 'LOW_AUROC')), BANDS)}
    ${chart('accuracy-chart', 'Accuracy over time', overTime(both, 'accuracy', percent, []), BANDS)}
    ${both.map((probe, i) => calibration(probe, i))}
    ${chart('score-drift', 'Drift of scores', drift(both, 'scoreDrift', bounds(rules, 'SCORE_DRIFT')), SCORE_DRIFT, NO_DRIFT)}
    ${chart('activation-drift', 'Drift of activations', drift(both, 'activationDrift', bounds(rules, 'ACTIVATION_DRIFT')), ACTIVATION_DRIFT, NO_DRIFT)}
    ${both.slice(0, 1).map(delays)}
  </div>`;
}

const aurocText = (value) => decimal(value, 3);

const BANDS = 'Shaded: 95% confidence band.';

const SCORE_DRIFT =
  "Population stability index against the probe's test steps. 0 is no drift, 0.1 a small one, 0.25 a large one.";

const ACTIVATION_DRIFT =
  'Mean distance from the training data, in standard deviations of the test steps. 0 is no drift.';

const NO_DRIFT = 'No drift is known: the probe has no reference to compare with, or has scored nothing yet.';

function bounds(rules, signal) {
  return rules
    .filter((rule) => rule.signal === signal && rule.enabled)
    .map((rule) => ({ name: `Alert at ${decimal(rule.raiseAt, 2)}`, value: rule.raiseAt }));
}

function chart(testid, label, shown, summary, blank = NO_LABELS) {
  return html`<section class="panel" aria-label=${label}>
    <lp-chart data-testid=${testid} .label=${label} .summary=${summary} .chart=${shown} .blank=${blank}></lp-chart>
  </section>`;
}

const seriesName = (probe) => `${statusName(probe.status)} v${probe.version}`;

function overTime(probes, field, format, marks) {
  return lines({
    format,
    marks,
    most: 1,
    series: probes.map((probe) => ({
      name: seriesName(probe),
      points: probe.history.map((point) => [point.at, point[field]]),
      band: probe.history.map((point) => [point.at, point[`${field}Low`], point[`${field}High`]]),
    })),
  });
}

function drift(probes, field, marks) {
  return lines({
    min: 0,
    format: (value) => decimal(value, 2),
    marks,
    series: probes.map((probe) => ({
      name: seriesName(probe),
      points: probe.history.map((point) => [point.at, point[field]]),
    })),
  });
}

function calibration(probe, index) {
  const latest = probe.latest;
  const summary = latest
    ? `Calibration error ${decimal(latest.calibrationError, 3)}. Share of important steps by score: on the dashed diagonal, a score means what it says.`
    : '';
  return html`<section class="panel" aria-label="Calibration of ${seriesName(probe)}">
    <lp-chart
      data-testid=${index === 0 ? 'calibration' : 'calibration-challenger'}
      label="Calibration: ${seriesName(probe)}"
      .summary=${summary}
      height="280"
      .chart=${reliability(latest?.calibration ?? [], index)}
      .blank=${NO_LABELS}
    ></lp-chart>
  </section>`;
}

function delays(probe) {
  const { boundsMs, counts, medianMs } = probe.latest?.delays ?? { boundsMs: [0], counts: [0, 0], medianMs: null };
  const bins = binNames(boundsMs).map((name, i) => ({ name, count: counts[i] }));
  const shown = histogram({ unit: 'labels', over: 'Delay', bins, format: whole });
  const half = medianMs === null ? '' : ` Half take at most ${duration(medianMs)}.`;
  const summary = `From a step's completion to its label.${half}`;
  return html`<section class="panel wide" aria-label="Label delay">
    <lp-chart
      data-testid="label-delay"
      label="Label delay"
      .summary=${summary}
      .chart=${shown}
      .blank=${NO_LABELS}
    ></lp-chart>
  </section>`;
}
