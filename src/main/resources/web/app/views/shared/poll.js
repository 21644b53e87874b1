import { html, nothing } from '../../base.js';
import { liveEvents } from '../../api.js';

const TOGETHER_MS = 300;

/**
 * Reads something again and again while its element is on the page and the page can be seen, and
 * at once when one of the live `events` arrives. What was read last stays when a read fails.
 */
export class Poll {
  #host;
  #read;
  #every;
  #events;
  #ends = [];
  #timer = null;
  #due = Infinity;
  #turn = 0;

  /** @param read gives a promise of the value; `every` is in milliseconds */
  constructor(host, read, { every = 5000, events = [] } = {}) {
    this.#host = host;
    this.#read = read;
    this.#every = every;
    this.#events = events;
    host.addController(this);
  }

  hostConnected() {
    const seen = () => document.visibilityState === 'visible' && this.again();
    document.addEventListener('visibilitychange', seen);
    this.#ends = [() => document.removeEventListener('visibilitychange', seen)];
    this.#ends.push(...this.#events.map((type) => liveEvents.subscribe(type, () => this.#soon(TOGETHER_MS))));
    this.again();
  }

  hostDisconnected() {
    this.#ends.forEach((end) => end());
    this.#cancel();
    this.#turn++;
  }

  /** Reads now; an answer that was overtaken by a later read is dropped. */
  async again() {
    this.#cancel();
    const turn = ++this.#turn;
    const answer = await this.#answer();
    if (turn !== this.#turn) return;
    Object.assign(this, answer);
    this.#host.requestUpdate();
    this.#soon(this.#every);
  }

  async #answer() {
    try {
      return { value: await this.#read(), error: null };
    } catch (error) {
      return { error };
    }
  }

  /** Reads in a while; many events in a row do not put it off. */
  #soon(ms) {
    if (Date.now() + ms >= this.#due) return;
    this.#cancel();
    this.#due = Date.now() + ms;
    this.#timer = setTimeout(() => this.#reached(), ms);
  }

  #reached() {
    this.#cancel();
    if (document.visibilityState === 'visible') this.again();
  }

  #cancel() {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }

  /** What `show` makes of the value; before it is there, that it is on its way or why it is not. */
  when(show) {
    return html`${this.error ? this.#failed() : nothing}
    ${this.value === undefined ? this.#loading() : show(this.value)}`;
  }

  #failed() {
    return html`<lp-error .error=${this.error} .retry=${() => this.again()}></lp-error>`;
  }

  #loading() {
    return this.error ? nothing : html`<p class="muted" role="status">Loading …</p>`;
  }
}
