import { css } from '../../base.js';

/** Styles that the views of tables and charts share. */
export const view = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 0.5rem 1rem;
    margin-bottom: 1rem;
  }
  .head .intro {
    flex: 1 1 20rem;
    max-width: 92ch;
    padding-bottom: 0.2rem;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .head .field {
    margin-left: auto;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1rem;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .panel > h2 {
    margin-bottom: 0.6rem;
  }
  .panel {
    min-width: 0;
  }
  lp-error {
    margin-bottom: 0.75rem;
  }
  .note {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-bottom: 0.75rem;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .blank {
    color: var(--muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .actions button,
  button.small {
    min-height: 1.75rem;
    padding: 0.1rem 0.55rem;
    font-size: 0.8125rem;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
    gap: 0.6rem 1rem;
  }
  .figures dt {
    color: var(--muted);
    font-size: 0.75rem;
  }
  .figures dd {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .figures dd .muted {
    font-weight: 400;
  }
  .meter {
    display: flex;
    align-items: center;
    gap: 0.6rem;
  }
  .track {
    flex: 1 1 3rem;
    min-width: 3rem;
    max-width: 12rem;
    height: 0.5rem;
    overflow: hidden;
    border-radius: 999px;
    background: var(--sunken);
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  .fill {
    display: block;
    height: 100%;
    background: var(--accent);
  }
  .fill.warn {
    background: var(--warn);
  }
  .fill.bad {
    background: var(--bad);
  }
  .stack th,
  .stack td {
    vertical-align: baseline;
  }
  .stack lp-pill {
    vertical-align: -0.2em;
  }
  .below > td {
    padding: 0 0 0.9rem;
  }
  tr:has(+ .below) > * {
    border-bottom: 0;
  }
  @media (max-width: 60rem) {
    .grid {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 48rem) {
    .panel {
      padding: 0.85rem;
    }
    .stack thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stack,
    .stack tbody,
    .stack caption {
      display: block;
    }
    .stack tr {
      display: block;
      padding: 0.6rem 0;
      border-bottom: 1px solid var(--line);
    }
    .stack tbody tr:last-child {
      border-bottom: 0;
    }
    .stack th,
    .stack td,
    .stack td.number,
    .stack th.number {
      display: flex;
      gap: 0.75rem;
      padding: 0.15rem 0;
      border: 0;
      text-align: left;
    }
    .stack tbody th[scope='row'] {
      font-weight: 600;
    }
    .stack td[data-label]::before {
      content: attr(data-label);
      flex: 0 0 8.5rem;
      color: var(--muted);
      font-size: 0.75rem;
      line-height: 1.55;
    }
    .meter .number {
      white-space: normal;
    }
    .stack td > .cell {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
      white-space: normal;
    }
  }
`;
