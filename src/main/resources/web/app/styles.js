import { css } from 'lit';

/** Styles that all elements share; custom properties come from app.css. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.25rem;
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }
  h2 {
    font-size: 0.9375rem;
    font-weight: 650;
  }
  h3 {
    font-size: 0.875rem;
    font-weight: 600;
  }
  h1:focus {
    outline: none;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
    text-decoration-thickness: 1px;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .icon {
    width: 1em;
    height: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.14em;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 0.8125rem;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .foreign {
    unicode-bidi: isolate;
    overflow-wrap: anywhere;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    padding: 1rem;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Buttons, fields and toolbars. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    min-height: 2rem;
    padding: 0.25rem 0.7rem;
    border: 1px solid var(--line-strong);
    border-radius: 7px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover:not(:disabled),
  .button:hover {
    background: var(--sunken);
  }
  button:disabled {
    border-color: var(--line);
    color: var(--muted);
    cursor: not-allowed;
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  button.danger {
    border-color: var(--bad);
    color: var(--bad);
  }
  button.quiet {
    border-color: transparent;
    background: none;
  }
  button.quiet:hover:not(:disabled) {
    background: var(--sunken);
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 0.6rem 0.75rem;
  }
  .spacer {
    flex: 1;
  }
  .field {
    display: grid;
    gap: 0.2rem;
    font-size: 0.75rem;
    color: var(--muted);
  }
  .field > span:first-child {
    font-weight: 550;
  }
  input,
  select,
  textarea {
    min-height: 2rem;
    max-width: 100%;
    padding: 0.25rem 0.55rem;
    border: 1px solid var(--line-strong);
    border-radius: 7px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: 0.875rem;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    min-height: 0;
    width: 1rem;
    height: 1rem;
    accent-color: var(--accent);
  }
  input[type='range'] {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--accent);
  }
`;

/** Tables of data; numbers line up at the right in cells of class number. */
export const tables = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  caption {
    padding-bottom: 0.5rem;
    text-align: left;
    font-weight: 600;
  }
  th,
  td {
    padding: 0.4rem 0.6rem;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  th:first-child,
  td:first-child {
    padding-left: 0;
  }
  th:last-child,
  td:last-child {
    padding-right: 0;
  }
  thead th {
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 600;
    white-space: nowrap;
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 500;
  }
  th.number,
  td.number {
    text-align: right;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
`;

/** Marks of verdicts and states: an icon, a word and a colour. */
export const marks = css`
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.3rem;
    white-space: nowrap;
    font-weight: 550;
  }
  .important {
    color: var(--important-text);
  }
  .removable {
    color: var(--removable-text);
  }
  .uncertain {
    color: var(--uncertain-text);
  }
  .unlabelled {
    color: var(--muted);
    font-weight: 450;
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  .warn {
    color: var(--warn);
  }
`;
