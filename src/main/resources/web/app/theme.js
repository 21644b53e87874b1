const KEY = 'linchpin.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** The themes that a user can choose, in the order of the toggle. */
export const THEMES = ['system', 'light', 'dark'];

/** The chosen theme: system, light or dark. */
export function theme() {
  const chosen = localStorage.getItem(KEY);
  return THEMES.includes(chosen) ? chosen : 'system';
}

/** Chooses a theme and shows it. */
export function setTheme(chosen) {
  localStorage.setItem(KEY, chosen);
  show();
}

function show() {
  const chosen = theme();
  const shown = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen;
  document.documentElement.dataset.theme = shown;
}

dark.addEventListener('change', show);
show();
