import { svg } from 'lit';
import { LpElement, css, html, icon, nothing } from '../../base.js';
import { championScore } from '../../chain-model.js';
import { seconds, verdict } from '../../format.js';
import { length, spanOf } from './timeline.js';

const SPEEDS = [0.5, 1, 4];
const WIDTH = 1000;
const HEIGHT = 52;

/**
 * A chain in time: one block a step, as long as it took and as high as its score, and the means
 * to play it. Says `lp-at` with {at, settled}: milliseconds since the chain began, or null at
 * its end; settled when a user or the end has stopped it there.
 */
class LpPlayer extends LpElement {
  static properties = {
    chain: { attribute: false },
    at: { type: Number },
    selected: { type: Number },
    speed: { state: true },
    playing: { state: true },
  };
  #last = 0;
  #frame = null;

  static styles = [
    LpElement.styles,
    css`
      .band {
        display: block;
        width: 100%;
        height: 3.25rem;
        border-radius: 6px;
        background: var(--sunken);
        fill: var(--uncertain);
      }
      .important {
        fill: var(--important);
      }
      .removable {
        fill: var(--removable);
      }
      .none {
        fill: var(--line-strong);
        opacity: 0.5;
      }
      .later {
        opacity: 0.22;
      }
      .selected {
        stroke: var(--text);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .head {
        stroke: var(--text);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .half {
        stroke: var(--line-strong);
        stroke-dasharray: 2 4;
        vector-effect: non-scaling-stroke;
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.9rem;
        margin-top: 0.6rem;
      }
      input[type='range'] {
        flex: 1 1 12rem;
        margin: 0;
      }
      select {
        min-height: 2rem;
      }
    `,
  ];

  constructor() {
    super();
    this.at = null;
    this.speed = 1;
    this.playing = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    const total = length(this.chain);
    return html`${this.#band(total)} ${this.chain.state === 'FINISHED' ? this.#controls(total) : this.#live()}`;
  }

  #band(total) {
    const at = this.at ?? total;
    const x = (at / total) * WIDTH;
    return html`<svg class="band" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${this.chain.steps.map((step) => this.#block(step, total, at))}
      <line class="half" x1="0" x2=${WIDTH} y1=${HEIGHT / 2} y2=${HEIGHT / 2}></line>
      ${this.at === null ? nothing : svg`<line class="head" x1=${x} x2=${x} y1="0" y2=${HEIGHT}></line>`}
    </svg>`;
  }

  #block(step, total, at) {
    const span = spanOf(this.chain, step);
    if (!span) return nothing;
    const score = championScore(step);
    const x = (span.from / total) * WIDTH;
    const width = Math.max(1, ((span.to - span.from) / total) * WIDTH - 2);
    const height = score ? 3 + score.score * (HEIGHT - 3) : 3;
    const tone = score ? verdict(score.verdict).className : 'none';
    const more = `${span.to > at ? 'later' : ''} ${step.index === this.selected ? 'selected' : ''}`;
    return svg`<rect class="${tone} ${more}" x=${x} y=${HEIGHT - height} width=${width} height=${height}></rect>`;
  }

  #live() {
    return html`<p class="muted small controls">The chain is being written. It can be played once it has finished.</p>`;
  }

  #controls(total) {
    const at = this.at ?? total;
    const position = `${seconds(at)} of ${seconds(total)}`;
    return html`<div class="controls" role="group" aria-label="Time travel">
      <button
        type="button"
        class="primary"
        data-testid="play"
        @click=${() => (this.playing ? this.#pause() : this.#play())}
      >
        ${icon(this.playing ? 'pause' : 'play')}${this.playing ? 'Pause' : 'Play'}
      </button>
      <input
        type="range"
        min="0"
        max=${Math.ceil(total)}
        step="1"
        .value=${String(Math.round(at))}
        aria-label="Position in time"
        aria-valuetext=${position}
        data-testid="scrub"
        @input=${this.#scrub}
        @change=${() => this.#say(true)}
      />
      <span class="number small" data-testid="position">${position}</span>
      <select aria-label="Speed" data-testid="speed" @change=${(event) => (this.speed = Number(event.target.value))}>
        ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}
      </select>
    </div>`;
  }

  #scrub(event) {
    this.#stop();
    const at = Number(event.target.value);
    this.at = at >= length(this.chain) ? null : at;
    this.#say(false);
  }

  #play() {
    this.at ??= 0;
    this.playing = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
    this.#say(false);
  }

  #pause() {
    this.#stop();
    this.#say(true);
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    this.playing = false;
  }

  #tick(now) {
    if (!this.playing) return;
    const at = this.at + Math.max(0, now - this.#last) * this.speed;
    this.#last = now;
    this.at = at >= length(this.chain) ? null : at;
    if (this.at === null) return this.#pause();
    this.#say(false);
    this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  #say(settled) {
    const at = this.at === null ? null : Math.round(this.at);
    this.dispatchEvent(new CustomEvent('lp-at', { detail: { at, settled } }));
  }
}

customElements.define('lp-player', LpPlayer);
