import { css } from '../../base.js';

/** Dialogs with a form of several fields. */
export const dialogStyles = css`
  dialog {
    width: min(34rem, calc(100vw - 2rem));
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 12px 40px rgb(0 0 0 / 30%);
  }
  dialog::backdrop {
    background: rgb(10 15 25 / 55%);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 0.9rem;
    align-items: start;
    margin-top: 0.9rem;
  }
  .fields .wide {
    grid-column: 1 / -1;
  }
  .field {
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }
  .field > * {
    width: 100%;
    min-width: 0;
  }
  [aria-invalid] {
    border-color: var(--bad);
    border-width: 2px;
  }
  .buttons {
    display: flex;
    justify-content: flex-end;
    gap: 0.6rem;
    margin-top: 1.25rem;
  }
`;
