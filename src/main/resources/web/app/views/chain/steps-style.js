import { css } from 'lit';

/** Styles of the table of steps; on narrow screens each row becomes a block. */
export const tableStyles = css`
  .panel {
    padding: 0.5rem 1rem;
  }
  th small {
    display: block;
    font-weight: 450;
  }
  td,
  tbody th {
    padding-top: 0.5rem;
    padding-bottom: 0.5rem;
  }
  tbody tr:hover {
    background: color-mix(in srgb, var(--sunken) 45%, transparent);
  }
  tr.chosen {
    background: var(--accent-soft);
  }
  thead th:first-child {
    padding-left: 1.5rem;
  }
  tbody th.rail {
    position: relative;
    padding-left: 1.5rem;
    white-space: nowrap;
  }
  thead th {
    width: 1%;
  }
  thead th.text-head {
    width: 99%;
  }
  .rail::before {
    content: '';
    position: absolute;
    top: 0;
    bottom: -1px;
    left: 0.55rem;
    width: 2px;
    background: var(--line);
  }
  .node {
    position: absolute;
    top: 0.72rem;
    left: 0.22rem;
    width: 0.75rem;
    height: 0.75rem;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--tone, var(--line-strong));
  }
  .rail a {
    text-decoration: none;
  }
  .rail a:hover {
    text-decoration: underline;
  }
  .at {
    color: var(--muted);
  }
  .text-cell {
    min-width: 15rem;
    font-size: 0.875rem;
  }
  .detail {
    margin-top: 0.3rem;
    color: var(--muted);
    font-size: 0.75rem;
    white-space: normal;
  }
  .score-cell .score {
    width: 6rem;
  }
  .agreement {
    display: flex;
    font-size: 0.75rem;
  }
  @media (max-width: 48rem) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0.35rem 1rem;
      position: relative;
      padding: 0.6rem 0 0.6rem 1.6rem;
      border-bottom: 1px solid var(--line);
    }
    tbody tr:last-child {
      border-bottom: 0;
    }
    tbody th,
    td {
      padding: 0;
      border: 0;
      text-align: left !important;
    }
    tbody th.rail {
      position: static;
      padding: 0;
    }
    .text-cell {
      flex-basis: 100%;
    }
    td[data-head]:not(:empty)::before {
      content: attr(data-head);
      display: block;
      color: var(--muted);
      font-size: 0.6875rem;
    }
  }
`;
