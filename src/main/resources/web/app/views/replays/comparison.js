import { html, nothing, verdictMark } from '../../base.js';
import { decimal, percent, score, signed, visible, whole } from '../../format.js';
import { chainHref } from '../../router.js';
import { dataTable, figures } from '../shared/parts.js';

const sourceName = (source) => (source === 'live' ? 'Live' : source);

/** What a comparison found. */
export function comparison(result) {
  if (result.pairs === 0) {
    return html`<p class="blank">
      No step was scored by both ${sourceName(result.first)} and ${sourceName(result.second)}.
    </p>`;
  }
  return html`<div class="result" data-testid="comparison">
    ${summary(result)} ${matrix(result)} ${truth(result)} ${worst(result)}
  </div>`;
}

function summary({ first, second, pairs, chains, onlyFirst, onlySecond, flips, differences, meanDifference }) {
  return figures([
    ['Steps scored by both', whole(pairs), `of ${whole(chains)} chains`],
    [`Only by ${sourceName(first)}`, whole(onlyFirst)],
    [`Only by ${sourceName(second)}`, whole(onlySecond)],
    ['Another verdict', whole(flips), percent(flips / pairs)],
    ['Difference, median', decimal(differences.p50, 3)],
    ['90% of steps within', decimal(differences.p90, 3)],
    ['99% of steps within', decimal(differences.p99, 3)],
    ['Largest difference', decimal(differences.max, 3)],
    ['Mean difference', decimal(meanDifference, 3)],
  ]);
}

function matrix({ first, second, verdicts, flipsByVerdict }) {
  const most = Math.max(1, ...flipsByVerdict.flat());
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Verdicts of both">
    <table class="matrix" data-testid="compare-matrix">
      <caption>
        Steps by verdict: ${sourceName(first)} down, ${sourceName(second)} across
      </caption>
      <thead>
        <tr>
          <td></td>
          ${verdicts.map((verdict) => html`<th scope="col">${verdictMark(verdict)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${verdicts.map((verdict, row) => matrixRow(verdict, row, flipsByVerdict[row], most))}
      </tbody>
    </table>
  </div>`;
}

function matrixRow(verdict, row, counts, most) {
  return html`<tr>
    <th scope="row">${verdictMark(verdict)}</th>
    ${counts.map(
      (count, column) =>
        html`<td class="number ${row === column ? 'same' : ''}" .style=${`--depth: ${(count / most) * 30}%`}>
          ${whole(count)}
        </td>`,
    )}
  </tr>`;
}

function truth({ first, second, truth: known }) {
  if (!known)
    return html`<p class="blank">
      No labels of these steps have come back yet, so neither can be checked against the truth.
    </p>`;
  const caption = `Against ${whole(known.labels)} labels of ${whole(known.chains)} chains, with 95% intervals`;
  const rows = [
    { name: sourceName(first), ...known.first },
    { name: sourceName(second), ...known.second },
  ];
  return html`<div>
    ${dataTable({
      caption,
      rows,
      key: (row) => row.name,
      testid: 'compare-truth',
      columns: [
        { name: 'Source', cell: (row) => row.name },
        { name: 'AUROC', number: true, cell: (row) => interval(row.auroc, (value) => decimal(value, 3)) },
        { name: 'Accuracy', number: true, cell: (row) => interval(row.accuracy, percent) },
        {
          name: 'Calibration error',
          number: true,
          cell: (row) => interval(row.calibrationError, (value) => decimal(value, 3)),
        },
      ],
    })}
    <p>${gainWords(known.aurocGain, sourceName(second))}</p>
  </div>`;
}

function interval({ value, low, high }, format) {
  return html`${format(value)}
  ${low === null ? nothing : html`<span class="muted">(${format(low)} to ${format(high)})</span>`}`;
}

function gainWords({ low, high }, second) {
  const range = `95% interval of the gain in AUROC: ${decimalSigned(low)} to ${decimalSigned(high)}.`;
  if (low > 0) return `${second} is better. ${range}`;
  return high < 0 ? `${second} is worse. ${range}` : `No difference can be told. ${range}`;
}

const decimalSigned = (value) => `${value > 0 ? '+' : ''}${decimal(value, 3)}`;

function worst({ first, second, worst: steps }) {
  if (steps.length === 0) return nothing;
  return dataTable({
    caption: 'Steps on which they differ most',
    rows: steps,
    key: (step) => `${step.chainId} ${step.index}`,
    testid: 'compare-worst',
    columns: [
      {
        name: 'Step',
        cell: (step) => html`<a href=${chainHref(step.chainId, step.index)}>${step.chainId}, step ${step.index}</a>`,
      },
      { name: sourceName(first), number: true, cell: (step) => score(step.first) },
      { name: sourceName(second), number: true, cell: (step) => score(step.second) },
      { name: 'Difference', number: true, cell: (step) => signed(step.second - step.first) },
      { name: 'Text', cell: text },
    ],
  });
}

const LONGEST = 160;

function text(step) {
  if (step.text === null) return html`<span class="muted">not kept</span>`;
  const shown = step.text.length > LONGEST ? `${step.text.slice(0, LONGEST)} …` : step.text;
  return html`<span class="foreign" dir="auto">${visible(shown)}</span>`;
}
