const VIEWS = ['live', 'chains', 'alerts', 'quality', 'flow', 'probes', 'replays'];
const HOME = 'live';

/** Where the page is: {view, id, query: {name: value}}, from a hash such as "#/chains/c-1?step=3". */
export function parse(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view, ...rest] = path.split('/');
  const known = VIEWS.includes(view) ? view : HOME;
  return { view: known, id: decoded(rest.join('/')), query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The hash of a place; entries of the query that are empty are left out. */
export function href(view, id = null, query = {}) {
  const path = id === null ? view : `${view}/${encodeURIComponent(id)}`;
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `#/${path}${kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`}`;
}

/** The link to a chain, or to one of its steps. */
export const chainHref = (chainId, step = null) => href('chains', chainId, { step });

/** Where the page is now. */
export const route = () => parse(location.hash);

/** Goes to a place, as a link does. */
export function go(hash) {
  location.hash = hash;
}

/** Changes the query of the present place without a new entry in the browser's history. */
export function setQuery(query) {
  const { view, id } = route();
  history.replaceState(null, '', href(view, id || null, query));
}

/** Calls `listen` with the place after each navigation. */
export function onRoute(listen) {
  const call = () => listen(route());
  addEventListener('hashchange', call);
  return () => removeEventListener('hashchange', call);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
