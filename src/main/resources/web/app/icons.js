import { svg, html } from 'lit';

/** Shapes on a 16 x 16 grid. Each verdict has a shape of its own. */
const SHAPES = {
  important: svg`<path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="currentColor" />`,
  uncertain: svg`<path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" /><circle cx="8" cy="8" r="5.8" />`,
  removable: svg`<circle cx="8" cy="8" r="5.8" stroke-dasharray="2.4 2.2" /><path d="M5.2 8h5.6" />`,
  unlabelled: svg`<path d="M4 8h8" />`,
  check: svg`<path d="m2.8 8.6 3.4 3.4 7-7.6" />`,
  cross: svg`<path d="m3.6 3.6 8.8 8.8m0-8.8-8.8 8.8" />`,
  question: svg`<path d="M5.4 5.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 2M8 12.6v.2" />`,
  warning: svg`<path d="M8 2 14.6 13.6H1.4zM8 6.4v3.2M8 11.6v.2" />`,
  info: svg`<circle cx="8" cy="8" r="6" /><path d="M8 7.4v3.6M8 5v.2" />`,
  critical: svg`<path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM8 4.8v4M8 11v.2" />`,
  pause: svg`<path d="M5 3v10M11 3v10" />`,
  play: svg`<path d="M4.5 2.8v10.4L13 8z" fill="currentColor" />`,
  forward: svg`<path d="M3 3.2v9.6L8.5 8zm5.5 0v9.6L14 8z" fill="currentColor" />`,
  link: svg`<path d="M6.6 9.4 9.4 6.6M7.4 4.6 9 3a2.9 2.9 0 0 1 4 4l-1.6 1.6M8.6 11.4 7 13a2.9 2.9 0 0 1-4-4l1.6-1.6" />`,
  download: svg`<path d="M8 2v8m-3.4-3L8 10.4 11.4 7M2.6 13.6h10.8" />`,
  back: svg`<path d="M13 8H3.4m4-4.4L3 8l4.4 4.4" />`,
  dot: svg`<circle cx="8" cy="8" r="4" fill="currentColor" stroke="none" />`,
  system: svg`<circle cx="8" cy="8" r="6" /><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />`,
  light: svg`<circle cx="8" cy="8" r="3" /><path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3" />`,
  dark: svg`<path d="M13.4 9.8A6 6 0 0 1 6.2 2.6a6 6 0 1 0 7.2 7.2z" />`,
  bell: svg`<path d="M4 11V7a4 4 0 0 1 8 0v4l1.4 1.4H2.6zM6.8 14h2.4" />`,
  muted: svg`<path d="M4 11V7a4 4 0 0 1 6.4-3.2M12 7v4l1.4 1.4H4M2 2l12 12" />`,
  refresh: svg`<path d="M13.4 8a5.4 5.4 0 1 1-1.8-4M13.4 2v3h-3" />`,
};

/** An icon that says nothing to a screen reader: words beside it do. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${SHAPES[name] ?? SHAPES.dot}
  </svg>`;
}
