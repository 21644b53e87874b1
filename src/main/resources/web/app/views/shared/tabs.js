import { css, html } from '../../base.js';

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs, of which one is shown; arrow keys, Home and End move among them.
 *
 * @param tabs [{id, name, content: () => template}]
 */
export function tabbed(label, tabs, current, choose) {
  const chosen = tabs.find((tab) => tab.id === current) ?? tabs[0];
  return html`<div
      class="tabs"
      role="tablist"
      aria-label=${label}
      @keydown=${(event) => move(event, tabs, chosen, choose)}
    >
      ${tabs.map((tab) => button(tab, tab === chosen, choose))}
    </div>
    <div role="tabpanel" id="panel" aria-labelledby="tab-${chosen.id}" tabindex="-1">${chosen.content()}</div>`;
}

function button(tab, chosen, choose) {
  return html`<button
    type="button"
    role="tab"
    id="tab-${tab.id}"
    data-testid="tab-${tab.id}"
    aria-selected=${chosen}
    aria-controls="panel"
    tabindex=${chosen ? 0 : -1}
    @click=${() => choose(tab.id)}
  >
    ${tab.name}
  </button>`;
}

function move(event, tabs, chosen, choose) {
  const next = target(event.key, tabs, tabs.indexOf(chosen));
  if (!next) return;
  event.preventDefault();
  choose(next.id);
  event.currentTarget.querySelector(`#tab-${next.id}`).focus();
}

function target(key, tabs, at) {
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  return key in STEPS ? tabs[(at + STEPS[key] + tabs.length) % tabs.length] : null;
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: 0.25rem;
    margin-bottom: 1rem;
    overflow-x: auto;
    border-bottom: 1px solid var(--line);
  }
  .tabs button {
    min-height: 2.25rem;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--muted);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--accent);
    color: var(--text);
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  [role='tabpanel']:focus {
    outline: none;
  }
`;
