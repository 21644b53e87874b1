import { liveEvents } from '../../api.js';

/** How long after its end a chain is still followed by a stream of its own: labels come late. */
const FOLLOWED_MS = 15 * 60_000;

/**
 * Follows one chain: `replace` is called with the whole chain, `change` with each event of it.
 * Returns what ends that. A chain that ended long ago is only followed in the page's own stream.
 */
export function follow(chain, { replace, change }) {
  const ended = chain.finished ? Date.parse(chain.finished.finishedAt) : null;
  if (ended !== null && Date.now() - ended > FOLLOWED_MS) return inShared(chain.chainId, change);
  return alone(chain.chainId, { replace, change });
}

function inShared(chainId, change) {
  const mine = (event) => event.chainId === chainId && change(event);
  const ends = ['stepScored', 'chainAblated'].map((type) => liveEvents.subscribe(type, mine));
  return () => ends.forEach((end) => end());
}

function alone(chainId, { replace, change }) {
  const source = new EventSource(`/api/v1/live?chain=${encodeURIComponent(chainId)}`);
  source.addEventListener('snapshot', ({ data }) => {
    const chain = JSON.parse(data).chains.find((other) => other.chainId === chainId);
    if (chain) replace(chain);
  });
  source.addEventListener('batch', ({ data }) => {
    const { events } = JSON.parse(data);
    events.filter((event) => event.chainId === chainId).forEach(change);
  });
  return () => source.close();
}
