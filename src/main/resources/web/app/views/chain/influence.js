import { svg } from 'lit';
import { LpElement, css, html, nothing } from '../../base.js';
import { decimal, verdict, whole } from '../../format.js';
import { figureStyles, tableToggle } from './figure.js';

const GAP = 34;
const MARGIN = 20;

/** Links weaker than this share of the strongest one are not drawn; the table has them. */
const DRAWN_SHARE = 0.08;
const MOST_DRAWN = 150;
const MOST_ROWS = 200;

/** How much steps of a chain influence later ones: arcs over a line of steps, or a table. */
class LpInfluence extends LpElement {
  static properties = { ablation: { attribute: false }, selected: { type: Number }, asTable: { state: true } };

  static styles = [
    LpElement.styles,
    figureStyles,
    css`
      path {
        fill: none;
        stroke: var(--text);
        stroke-linecap: round;
      }
      path.other {
        opacity: 0.25;
      }
      path.mine {
        stroke: var(--accent);
      }
      text {
        fill: var(--text);
        font: 600 11px var(--font);
        text-anchor: middle;
      }
      rect,
      polygon,
      circle {
        fill: var(--surface);
        stroke: var(--uncertain);
        stroke-width: 2;
      }
      .important {
        fill: var(--important);
        stroke: var(--important);
      }
      .removable {
        stroke: var(--removable);
        stroke-dasharray: 3 2.5;
      }
      .important + text {
        fill: var(--surface);
      }
    `,
  ];

  render() {
    const links = linksOf(this.ablation);
    return html`<figure class="panel">
      <figcaption>
        <h2>Influence between steps</h2>
        ${links.length > 0 ? tableToggle(this, 'influence between steps') : nothing}
      </figcaption>
      ${links.length === 0 ? html`<p class="muted">The ablation says nothing about the influence between steps.</p>` : this.asTable ? this.#table(links) : this.#graph(links)}
    </figure>`;
  }

  #graph(links) {
    const { steps } = this.ablation;
    const strongest = links[0].weight;
    const drawn = links.slice(0, MOST_DRAWN).filter((link) => link.weight >= strongest * DRAWN_SHARE);
    const places = new Map(steps.map((step, place) => [step.index, MARGIN + place * GAP]));
    const width = 2 * MARGIN + (steps.length - 1) * GAP;
    const longest = Math.max(...drawn.map(({ from, to }) => places.get(to) - places.get(from)));
    const ground = Math.min(longest / 2, 150) + 18;
    return html`<p class="muted small">
        An arc leads from a step to a later one that depends on it; the thicker, the more. Filled: labelled important.
        Dashed: removable.
      </p>
      <div class="scroll" tabindex="0" role="group" aria-label="Graph of influence">
        <svg
          role="img"
          aria-label=${this.#summary(links)}
          width=${width}
          height=${ground + 24}
          viewBox="0 0 ${width} ${ground + 24}"
        >
          ${drawn.map((link) => this.#arc(link, places, ground, strongest))}
          ${steps.map((step) => this.#node(step, places.get(step.index), ground))}
        </svg>
      </div>`;
  }

  #summary(links) {
    const [{ from, to }] = links;
    return `${links.length} links between steps; the strongest is from step ${from} to step ${to}.`;
  }

  #arc({ from, to, weight }, places, ground, strongest) {
    const [a, b] = [places.get(from), places.get(to)];
    const height = Math.min((b - a) / 2, 150) * 1.25;
    const tone =
      this.selected === undefined || this.selected === null
        ? ''
        : from === this.selected || to === this.selected
          ? 'mine'
          : 'other';
    const share = weight / strongest;
    return svg`<path class=${tone} d="M${a} ${ground - 9}C${a} ${ground - 9 - height} ${b} ${ground - 9 - height} ${b} ${ground - 9}" stroke-width=${0.8 + share * 3.4} stroke-opacity=${0.15 + share * 0.6}></path>`;
  }

  #node({ index, label }, x, y) {
    return svg`<circle class=${verdict(label).className} cx=${x} cy=${y} r="10"></circle><text x=${x} y=${y + 4}>${index}</text>`;
  }

  #table(links) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Influence between steps, as a table">
        <table>
          <thead>
            <tr>
              <th scope="col">From step</th>
              <th scope="col">On step</th>
              <th scope="col" class="number">Influence</th>
            </tr>
          </thead>
          <tbody>
            ${links.slice(0, MOST_ROWS).map(
              ({ from, to, weight }) =>
                html`<tr>
                  <td>${from}</td>
                  <td>${to}</td>
                  <td class="number">${decimal(weight, 3)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${links.length > MOST_ROWS ? html`<p class="muted small">The ${whole(MOST_ROWS)} strongest of ${whole(links.length)}.</p>` : nothing}`;
  }
}

/** All links of an ablation, strongest first: [{from, to, weight}]. */
function linksOf({ steps }) {
  const indexes = steps.map((step) => step.index);
  const links = steps.flatMap(({ influences }, place) =>
    (influences ?? []).map((weight, next) => ({ from: indexes[place], to: indexes[place + 1 + next], weight })),
  );
  return links.filter(({ to, weight }) => to !== undefined && weight > 0).sort((a, b) => b.weight - a.weight);
}

customElements.define('lp-influence', LpInfluence);
