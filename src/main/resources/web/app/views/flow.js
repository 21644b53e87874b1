import { LpElement, css, html } from '../base.js';
import { get } from '../api.js';
import { time } from '../format.js';
import '../charts.js';
import { panel } from './shared/parts.js';
import { Poll } from './shared/poll.js';
import { view } from './shared/styles.js';
import { headline, throughput } from './flow/rates.js';
import { leadTimes, leadWords } from './flow/lead-times.js';
import { deadLetters, instances, lag, nodes } from './flow/tables.js';

/** How records flow: throughput, lag, lead times, dead letters, and the nodes behind them. */
export class LpFlow extends LpElement {
  static styles = [
    LpElement.styles,
    view,
    css`
      .as-of {
        margin-left: auto;
        padding-bottom: 0.2rem;
      }
      .now {
        margin-bottom: 1rem;
      }
      .now .figures {
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      }
      .now dd {
        font-size: 1.25rem;
        line-height: 1.3;
      }
    `,
  ];

  constructor() {
    super();
    this.flow = new Poll(this, () => get('/flow'), { every: 2000 });
  }

  render() {
    return html`<div class="head">
        <h1 tabindex="-1">Flow</h1>
        <p class="intro">Rates are per second over the last 10 minutes, read every 2 seconds.</p>
        <span class="muted small as-of">${this.flow.value ? html`As of ${time(this.flow.value.at)}` : ''}</span>
      </div>
      ${this.flow.when((flow) => this.#content(flow))}`;
  }

  #content(flow) {
    return html`<section class="panel now" aria-label="Now">${headline(flow)}</section>
      <div class="grid">
        <section class="panel wide">
          <lp-chart
            data-testid="flow-throughput"
            label="Throughput"
            .chart=${throughput(flow.rates)}
            blank="Nothing has passed in the last 10 minutes."
          ></lp-chart>
        </section>
        <section class="panel">
          <lp-chart
            data-testid="flow-lead"
            label="Lead time"
            summary=${leadWords(flow.leadTime)}
            .chart=${leadTimes(flow.leadTime)}
            blank="No flag has a lead time yet: it is known once the step after the flagged one is complete."
          ></lp-chart>
        </section>
        ${panel('Consumer lag', lag(flow.lag), { testid: 'flow-lag' })}
        ${panel('Dead letters', deadLetters(flow.deadLetters), { testid: 'flow-dead-letters' })}
        ${panel('Instances of the dashboard', instances(flow.instances), { testid: 'flow-instances' })}
        ${panel('Nodes', nodes(flow.nodes), { testid: 'flow-nodes', wide: true })}
      </div>`;
  }
}

customElements.define('lp-flow', LpFlow);
