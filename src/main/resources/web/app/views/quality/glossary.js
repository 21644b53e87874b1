import { html } from '../../base.js';

const TERMS = [
  ['AUROC', 'How often an important step scores above a removable one: 0.5 is chance, 1 is perfect.'],
  ['Accuracy', 'Share of labelled steps on the right side of a score of 0.5. Balanced: the mean over both labels.'],
  [
    'Precision, recall',
    'Of the steps that were flagged, the share that was right; of those that should be, the share that was flagged.',
  ],
  ['Calibration error', 'Mean distance between the score and the share of important steps that had it. 0 is perfect.'],
  ['Brier score', 'Mean squared distance between score and label. 0 is perfect, 0.25 is a score of 0.5 throughout.'],
  ['Label delay', 'From the completion of a step until ablation brought its label back.'],
];

/** What the figures mean. */
export function glossary() {
  return html`<details>
    <summary>What the figures mean</summary>
    <dl>
      ${TERMS.map(
        ([term, text]) =>
          html`<dt>${term}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
  </details>`;
}
