import { LpElement, css, html } from '../base.js';
import { get } from '../api.js';
import { collate } from '../format.js';
import { setQuery } from '../router.js';
import '../charts.js';
import { choice } from './shared/parts.js';
import { Poll } from './shared/poll.js';
import { view } from './shared/styles.js';
import { glossary } from './quality/glossary.js';
import { promotionHistory } from './quality/promotions.js';
import { cards } from './quality/cards.js';
import { plots } from './quality/plots.js';

/** How good the probes are, by the labels that have come back: champion beside challenger. */
export class LpQuality extends LpElement {
  static properties = { query: { attribute: false }, model: { state: true }, challenger: { state: true } };

  static styles = [
    LpElement.styles,
    view,
    css`
      .card header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.6rem;
        margin-bottom: 0.75rem;
      }
      .lead {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.25rem 0.75rem;
        margin-bottom: 0.75rem;
      }
      .lead .number {
        font-size: 1.75rem;
        font-weight: 650;
        line-height: 1.2;
        letter-spacing: -0.02em;
      }
      .alarms {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-top: 0.75rem;
      }
      .grid {
        margin-bottom: 1rem;
      }
      details {
        margin-top: 1rem;
      }
      summary {
        cursor: pointer;
        color: var(--accent);
        font-size: 0.8125rem;
      }
      details dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.35rem 1.25rem;
        margin-top: 0.6rem;
        font-size: 0.8125rem;
      }
      details dt {
        font-weight: 600;
      }
      @media (max-width: 48rem) {
        details dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.quality = new Poll(this, () => get('/quality'), { every: 5000, events: ['evaluated', 'probesChanged'] });
    this.rules = new Poll(this, () => get('/alert-rules'), { every: 60_000 });
  }

  render() {
    const models = this.#models();
    return html`<div class="head">
        <h1 tabindex="-1">Quality</h1>
        <p class="intro">How well scores agree with the labels that ablation brings back later.</p>
        ${
          models.length > 1
            ? choice(
                'Model',
                this.#model(models),
                models.map((model) => [model, model]),
                (model) => this.#choose(model),
                'quality-model',
              )
            : ''
        }
      </div>
      ${this.quality.when((quality) => this.#content(quality, this.#model(models)))}`;
  }

  #models() {
    const models = new Set((this.quality.value?.probes ?? []).map((probe) => probe.model));
    return [...models].sort(collate);
  }

  #model(models) {
    const wanted = this.model ?? this.query?.model;
    return models.includes(wanted) ? wanted : models[0];
  }

  #choose(model) {
    this.model = model;
    this.challenger = undefined;
    setQuery({ model });
  }

  #content({ probes, promotions }, model) {
    if (model === undefined) {
      return html`<lp-empty class="panel" label="No probe has been measured yet"
        >Quality appears once a probe scores steps and labels of them come back from ablation.</lp-empty
      >`;
    }
    const ofModel = probes.filter((probe) => probe.model === model);
    const sides = this.#sides(ofModel);
    return html`${cards(sides, (probe) => (this.challenger = probe))} ${plots(sides, this.rules.value?.rules ?? [])}
    ${promotionHistory(promotions.filter((promotion) => promotion.model === model))} ${glossary()}`;
  }

  #sides(probes) {
    const challengers = probes.filter((probe) => probe.status === 'CHALLENGER');
    const chosen = challengers.find((probe) => probe.probe === this.challenger) ?? challengers[0];
    return { champion: probes.find((probe) => probe.status === 'CHAMPION'), challenger: chosen, challengers };
  }
}

customElements.define('lp-quality', LpQuality);
