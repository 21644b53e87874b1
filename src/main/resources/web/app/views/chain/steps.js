import { LpElement, css, html, icon, nothing, verdictMark } from '../../base.js';
import { championScore, latestAblation, probesOf } from '../../chain-model.js';
import { href } from '../../router.js';
import { decimal, duration, score as scoreText, seconds, verdict, whole } from '../../format.js';
import '../../long-text.js';
import { leadMark, scoreBar, stepStyles } from '../live/steps.js';
import { styled } from '../../styled.js';
import { tableStyles } from './steps-style.js';
import { spanOf } from './timeline.js';

/** The colour of a score in [0, 1], between removable, neutral and important. */
export function tone(score) {
  const away = Math.round(Math.abs(score - 0.5) * 200);
  return `color-mix(in oklab, var(--${score < 0.5 ? 'removable' : 'important'}) ${away}%, var(--line-strong))`;
}

/** Steps as a table along a line of time: scores of every probe, and labels once there are some. Links keep `query`. */
class LpSteps extends LpElement {
  static properties = {
    chain: { attribute: false },
    keep: { attribute: false },
    query: { attribute: false },
    selected: { type: Number },
  };

  static styles = [LpElement.styles, stepStyles, tableStyles];

  render() {
    const probes = probesOf(this.chain);
    const labels = new Map((latestAblation(this.chain)?.steps ?? []).map((step) => [step.index, step]));
    const steps = this.chain.steps.filter((step) => this.keep === null || this.keep.has(step.index));
    return html`<div class="panel scroll" tabindex="0" role="group" aria-label="Steps of the chain">
      <table role="table">
        <thead role="rowgroup">
          ${this.#heads(probes, labels.size > 0)}
        </thead>
        <tbody role="rowgroup">
          ${steps.map((step) => this.#row(step, probes, labels))}
          ${this.chain.state === 'RUNNING' ? this.#pending() : nothing}
        </tbody>
      </table>
    </div>`;
  }

  #heads(probes, labelled) {
    const head = (text, className = '') => html`<th role="columnheader" scope="col" class=${className}>${text}</th>`;
    return html`<tr role="row">
      ${head('Step')} ${head('At', 'number')} ${head('Text', 'text-head')}
      ${probes.map((probe) => head(html`${probe.name} v${probe.version}<small>${probe.status.toLowerCase()}</small>`))}
      ${head('Lead time', 'number')}
      ${labelled ? html`${head('Label')}${head('Sufficiency', 'number')}${head('Attainability', 'number')}${head('Influence', 'number')}` : nothing}
    </tr>`;
  }

  #row(step, probes, labels) {
    const score = championScore(step);
    const chosen = step.index === this.selected;
    const color = { '--tone': score ? tone(score.score) : 'var(--line)' };
    return html`<tr
      role="row"
      class=${chosen ? 'chosen' : ''}
      aria-current=${chosen ? 'step' : nothing}
      ${styled(color)}
      data-testid="chain-step"
      data-index=${step.index}
    >
      <th role="rowheader" scope="row" class="rail">
        <span class="node"></span
        ><a
          class="number"
          href=${href('chains', this.chain.chainId, { ...this.query, step: step.index })}
          aria-label="Step ${step.index}"
          >${step.index}</a
        >
      </th>
      <td role="cell" class="number at">${this.#at(step)}</td>
      <td role="cell" class="text-cell">${this.#text(step)}${chosen ? this.#detail(step, score) : nothing}</td>
      ${probes.map((probe, place) => this.#score(step, probe, place))}
      <td role="cell" class="number" data-head="Lead time" data-testid="step-lead">${leadMark(step.leadTimeMs)}</td>
      ${labels.size > 0 ? this.#label(score, labels.get(step.index)) : nothing}
    </tr>`;
  }

  #at(step) {
    const span = spanOf(this.chain, step);
    return span ? seconds(span.to) : '–';
  }

  #text({ text, completedAt }) {
    if (text !== null && text !== undefined) return html`<lp-long-text .text=${text}></lp-long-text>`;
    return html`<em class="muted">${completedAt ? '(text withheld)' : '(known by its score alone)'}</em>`;
  }

  #detail(step, score) {
    const span = spanOf(this.chain, step);
    const parts = [
      span ? `took ${duration(span.to - span.from)}` : null,
      step.endToken ? `tokens ${whole(step.firstToken)} to ${whole(step.endToken - 1)}` : null,
      step.meanLogProbability ? `mean log-probability ${decimal(step.meanLogProbability)}` : null,
      score?.activationDistance ? `activation distance ${decimal(score.activationDistance)}` : null,
    ];
    return html`<p class="detail number">${parts.filter(Boolean).join(' · ')}</p>`;
  }

  #score(step, probe, place) {
    const score = step.scores.find((other) => other.probe === probe.probe);
    const head = `${probe.name} v${probe.version}`;
    if (!score) return html`<td role="cell" class="muted score-cell" data-head=${head}>–</td>`;
    return html`<td role="cell" class="score-cell" data-head=${head}>
      ${place === 0 ? this.#flagged(score) : this.#shadow(score)}
    </td>`;
  }

  #flagged(score) {
    return html`<span class="score" data-testid="step-score"
        >${scoreBar(score)}<span class="number">${scoreText(score.score)}</span></span
      >
      <span class="small" data-testid="step-verdict">${verdictMark(score.verdict)}</span>`;
  }

  #shadow(score) {
    const { label, icon: name, className } = verdict(score.verdict);
    return html`<span class="mark number ${className}" title=${label}
      >${icon(name)}${scoreText(score.score)}<span class="hidden-text"> ${label}</span></span
    >`;
  }

  #label(score, label) {
    if (!label) return html`<td role="cell" class="muted" colspan="4">beyond the sufficient prefix</td>`;
    return html`<td role="cell" data-head="Label" data-testid="step-label">
        ${verdictMark(label.label)}${this.#agreement(score, label.label)}
      </td>
      <td role="cell" class="number" data-head="Sufficiency">${decimal(label.sufficiency, 2)}</td>
      <td role="cell" class="number" data-head="Attainability">${decimal(label.attainability, 2)}</td>
      <td role="cell" class="number" data-head="Influence">${decimal(label.influence, 2)}</td>`;
  }

  #agreement(score, label) {
    if (!score || label === 'UNLABELLED') return nothing;
    if (score.verdict === 'UNCERTAIN')
      return html`<span class="agreement mark unlabelled">${icon('question')}undecided</span>`;
    return score.verdict === label
      ? html`<span class="agreement mark good">${icon('check')}agrees</span>`
      : html`<span class="agreement mark bad">${icon('cross')}differs</span>`;
  }

  #pending() {
    const index = (this.chain.steps.at(-1)?.index ?? -1) + 1;
    return html`<tr role="row" data-testid="step-pending">
      <th role="rowheader" scope="row" class="rail"><span class="node"></span><span class="number">${index}</span></th>
      <td role="cell"></td>
      <td role="cell" class="muted text-cell">being written …</td>
    </tr>`;
  }
}

customElements.define('lp-steps', LpSteps);
