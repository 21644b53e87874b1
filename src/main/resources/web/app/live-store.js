import { liveEvents } from './live-events.js';
import { apply, unknownChain } from './chain-model.js';

/** Most chains kept by the page; beyond, the oldest finished ones go first. */
const MOST_CHAINS = 400;

/**
 * The chains of the live stream, kept up to date whether or not they are shown.
 *
 * A chain carries a `revision` that grows with each change. Those who watch are called at most
 * once a frame.
 */
class LiveStore {
  #chains = new Map();
  #watchers = new Set();
  #frame = null;
  /** Whether a snapshot has come. */
  ready = false;
  started = 0;
  completed = 0;

  constructor() {
    liveEvents.subscribe('snapshot', (snapshot) => this.#replace(snapshot.chains));
    liveEvents.subscribe('batch', ({ events }) => this.#take(events));
  }

  /** Calls `watch` after changes until the returned function is called. */
  watch(watch) {
    this.#watchers.add(watch);
    return () => this.#watchers.delete(watch);
  }

  /** All chains, newest first. */
  newestFirst() {
    return [...this.#chains.values()].reverse();
  }

  #replace(chains) {
    this.ready = true;
    this.#chains.clear();
    const ordered = [...chains].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
    ordered.forEach((chain) => this.#chains.set(chain.chainId, { ...chain, revision: 0, seenFinished: 0 }));
    this.#evict();
    this.#changed();
  }

  #take(events) {
    events.forEach((event) => this.#apply(event));
    this.#evict();
    this.#changed();
  }

  #apply(event) {
    const chain = this.#chains.get(event.chainId) ?? this.#begin(event);
    if (!chain) return;
    apply(chain, event);
    chain.revision++;
    if (event.type === 'chainFinished') {
      chain.seenFinished = performance.now();
      this.completed++;
    }
  }

  /** A late score of a chain that is no longer kept begins nothing. */
  #begin({ type, chainId }) {
    if (type !== 'chainStarted' && type !== 'stepCompleted') return null;
    const chain = { ...unknownChain(chainId), revision: 0, seenFinished: 0 };
    this.#chains.set(chainId, chain);
    this.started++;
    return chain;
  }

  #evict() {
    for (const finishedOnly of [true, false]) {
      for (const [id, chain] of this.#chains) {
        if (this.#chains.size <= MOST_CHAINS) return;
        if (!finishedOnly || chain.state === 'FINISHED') this.#chains.delete(id);
      }
    }
  }

  #changed() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#watchers.forEach((watch) => watch());
    });
  }
}

export const liveStore = new LiveStore();
