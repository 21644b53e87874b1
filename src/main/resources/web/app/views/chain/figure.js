import { css, html } from '../../base.js';

/** The button that turns a figure into a table and back; the element has a state `asTable`. */
export function tableToggle(element, name) {
  const text = element.asTable ? 'Show as chart' : 'Show as table';
  return html`<button
    type="button"
    class="toggle"
    aria-label="${text}: ${name}"
    @click=${() => (element.asTable = !element.asTable)}
  >
    ${text}
  </button>`;
}

export const figureStyles = css`
  figure {
    display: grid;
    gap: 0.6rem;
    align-content: start;
    height: 100%;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.8rem;
  }
  .toggle {
    min-height: 0;
    margin-left: auto;
    padding: 0.1rem 0.25rem;
    border: 0;
    background: none;
    color: var(--accent);
    font-size: 0.8125rem;
    font-weight: 450;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .scroll {
    overflow: auto;
    max-height: 26rem;
  }
  svg {
    display: block;
  }
`;
