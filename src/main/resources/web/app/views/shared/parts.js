import { repeat } from 'lit/directives/repeat.js';
import { html, icon, nothing } from '../../base.js';
import { hasRole } from '../../api.js';
import { ago, dateTime, percent } from '../../format.js';

const READ_ONLY = 'This needs the role operator.';

/** Whether the user may change things. */
export const mayChange = () => hasRole('operator');

/** Why a change is not offered, for a button's title; nothing where it is. */
export const whyNot = () => (mayChange() ? nothing : READ_ONLY);

/** A sentence for those who may only look. */
export function readOnlyNote() {
  return mayChange()
    ? nothing
    : html`<p class="note" data-testid="read-only">
        ${icon('info')}You can look but not change: changes need the role operator.
      </p>`;
}

/** How long ago an instant was; the instant itself as its title. */
export function when(at) {
  return at ? html`<time datetime=${at} title=${dateTime(at)}>${ago(at)}</time>` : '–';
}

/**
 * A table whose rows stack on narrow screens.
 *
 * @param columns [{name, cell: row => content, number: true where numbers line up, quiet: true where
 *     the name is only for screen readers}]; the first one names the row
 * @param detail row => content of a row below it, or nothing
 */
export function dataTable({ caption, columns, rows, key, testid, detail = () => nothing, captionHidden = false }) {
  return html`<table class="stack">
    <caption class=${captionHidden ? 'hidden-text' : ''}>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(heading)}
      </tr>
    </thead>
    <tbody>
      ${repeat(rows, key, (row) => html`${tableRow(columns, row, key, testid)}${below(detail(row), columns)}`)}
    </tbody>
  </table>`;
}

function heading(column) {
  return html`<th scope="col" class=${column.number ? 'number' : ''}>
    ${column.quiet ? html`<span class="hidden-text">${column.name}</span>` : column.name}
  </th>`;
}

function tableRow(columns, row, key, testid) {
  const [first, ...rest] = columns;
  return html`<tr data-testid=${testid ?? nothing} data-key=${key(row)}>
    <th scope="row" class=${first.number ? 'number' : ''}>${first.cell(row)}</th>
    ${rest.map((column) => cell(column, row))}
  </tr>`;
}

function cell(column, row) {
  const name = column.quiet ? nothing : column.name;
  return html`<td data-label=${name} class=${column.number ? 'number' : ''}>
    <div class="cell">${column.cell(row)}</div>
  </td>`;
}

function below(content, columns) {
  return content === nothing
    ? nothing
    : html`<tr class="below">
        <td colspan=${columns.length}>${content}</td>
      </tr>`;
}

/** Names and values: [[name, value, note?]]. */
export function figures(entries) {
  return html`<dl class="figures">
    ${entries.map(
      ([name, value, note]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}${note ? html` <span class="muted small">${note}</span>` : nothing}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A share in [0, 1] as a bar, with words beside it. */
export function meter(share, label, words = percent(share), tone = '', role = 'meter') {
  const filled = Math.max(0, Math.min(1, share));
  return html`<span class="meter">
    <span
      class="track"
      role=${role}
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(filled * 100)}
      aria-valuetext=${words}
    >
      <span class="fill ${tone}" .style=${`width: ${filled * 100}%`}></span>
    </span>
    <span class="number">${words}</span>
  </span>`;
}

/** A panel with a heading of its own. */
export function panel(
  heading,
  content,
  { testid = nothing, wide = false, id = heading.toLowerCase().replaceAll(' ', '-') } = {},
) {
  return html`<section class="panel ${wide ? 'wide' : ''}" aria-labelledby=${id} data-testid=${testid}>
    <h2 id=${id}>${heading}</h2>
    ${content}
  </section>`;
}

/** A choice among options: [[value, text]]. */
export function choice(label, value, options, change, testid = nothing) {
  return html`<label class="field"
    ><span>${label}</span>
    <select .value=${value ?? ''} data-testid=${testid} @change=${(event) => change(event.target.value)}>
      ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
    </select>
  </label>`;
}
