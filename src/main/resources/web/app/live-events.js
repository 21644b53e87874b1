const PATH = '/api/v1/live?chains=60';
const CHAIN_EVENTS = new Set([
  'chainStarted',
  'stepCompleted',
  'stepScored',
  'leadTime',
  'chainFinished',
  'chainAblated',
]);

/** Most chain events that wait while the stream is paused; beyond, only catching up helps. */
const MOST_WAITING = 20_000;
const HIDDEN_MS = 30_000;
const RETRY_MS = [500, 1000, 2000, 5000, 10_000];

/**
 * The page's one live stream, shared by all views.
 *
 * Types to subscribe to: each event type of the stream; `batch` ({events}, chain events that
 * came together); `snapshot`; `sampling`; `state` ({connection: connecting | live | reconnecting,
 * paused, waiting, overflowed}); `refused`, when the server has closed the door. While paused, events of chains wait and all others pass.
 */
class LiveEvents {
  #listeners = new Map();
  #source = null;
  #lastId = null;
  #attempt = 0;
  #timer = null;
  #held = [];
  #snapshot = null;
  state = { connection: 'connecting', paused: false, waiting: 0, overflowed: false };
  sampling = null;

  /** Calls `listen` with each event of a type until the returned function is called. */
  subscribe(type, listen) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set());
    this.#listeners.get(type).add(listen);
    return () => this.#listeners.get(type).delete(listen);
  }

  /** Connects, once; a hidden page lets its connection go after a while. */
  start() {
    if (this.#source) return;
    document.addEventListener('visibilitychange', this.#visibility);
    this.#connect();
  }

  /** Disconnects and forgets where the stream was. */
  stop() {
    document.removeEventListener('visibilitychange', this.#visibility);
    this.#disconnect();
    this.#lastId = null;
    this.#forget();
  }

  /** Lets events of chains wait. */
  pause() {
    this.#change({ paused: true });
  }

  /** Passes on what waited, then goes on live. */
  resume() {
    if (this.state.overflowed) return this.catchUp();
    const held = this.#held;
    this.#forget();
    if (this.#snapshot) this.#emit('snapshot', this.#snapshot);
    this.#snapshot = null;
    if (held.length > 0) this.#deliver(held);
  }

  /** Drops what waited and begins anew with a snapshot. */
  catchUp() {
    this.#disconnect();
    this.#lastId = null;
    this.#snapshot = null;
    this.#forget();
    this.#connect();
  }

  #forget() {
    this.#held = [];
    this.#change({ paused: false, waiting: 0, overflowed: false });
  }

  #connect() {
    this.#disconnect();
    const resumed = this.#lastId === null ? '' : `&after=${encodeURIComponent(this.#lastId)}`;
    const source = new EventSource(PATH + resumed);
    this.#source = source;
    source.onopen = () => this.#opened();
    source.onerror = () => this.#failed(source);
    source.addEventListener('snapshot', (message) => this.#onSnapshot(message));
    source.addEventListener('batch', (message) => this.#onBatch(message));
  }

  #disconnect() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #opened() {
    this.#attempt = 0;
    this.#change({ connection: 'live' });
  }

  #failed(source) {
    this.#change({ connection: 'reconnecting' });
    if (source.readyState !== EventSource.CLOSED) return;
    this.#emit('refused', null);
    const wait = RETRY_MS[Math.min(this.#attempt++, RETRY_MS.length - 1)];
    this.#timer = setTimeout(() => this.#connect(), wait);
  }

  #visibility = () => {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'hidden') {
      this.#timer = setTimeout(() => this.#disconnect(), HIDDEN_MS);
    } else if (!this.#source || this.#source.readyState === EventSource.CLOSED) {
      this.#connect();
    }
  };

  #onSnapshot(message) {
    const data = this.#read(message);
    if (!this.state.paused) return this.#emit('snapshot', data);
    this.#snapshot = data;
    this.#held = [];
    this.#change({ waiting: 0, overflowed: false });
  }

  #onBatch(message) {
    const { events, sampling } = this.#read(message);
    this.#sampled(sampling);
    const chains = events.filter((event) => CHAIN_EVENTS.has(event.type));
    if (this.state.paused) this.#hold(chains);
    else if (chains.length > 0) this.#deliver(chains);
    events.filter((event) => !CHAIN_EVENTS.has(event.type)).forEach((event) => this.#emit(event.type, event));
  }

  #read(message) {
    this.#lastId = message.lastEventId || this.#lastId;
    const data = JSON.parse(message.data);
    this.#sampled(data.sampling);
    return data;
  }

  #sampled(sampling) {
    if (!sampling) return;
    this.sampling = sampling;
    this.#emit('sampling', sampling);
  }

  #hold(events) {
    if (events.length === 0) return;
    const overflowed = this.state.overflowed || this.#held.length + events.length > MOST_WAITING;
    if (overflowed) this.#held = [];
    else this.#held.push(...events);
    this.#change({ waiting: this.state.waiting + events.length, overflowed });
  }

  #deliver(events) {
    this.#emit('batch', { events });
    events.forEach((event) => this.#emit(event.type, event));
  }

  #change(part) {
    this.state = { ...this.state, ...part };
    this.#emit('state', this.state);
  }

  #emit(type, data) {
    this.#listeners.get(type)?.forEach((listen) => listen(data));
  }
}

export const liveEvents = new LiveEvents();
