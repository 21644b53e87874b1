/** The server's HTTP interface: requests, the session, and the live stream. */
export { liveEvents } from './live-events.js';

const ROOT = '/api/v1';
let current = null;
let onLogin = () => {};

/** A refused request: `message` is the problem's detail, `status` its HTTP status. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The server answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }
}

/** Calls `show` whenever the server asks for a login. */
export function whenLoginIsNeeded(show) {
  onLogin = show;
}

/** The session as last read, or null. */
export const currentSession = () => current;

/** Whether the user has a role: viewer or operator. */
export const hasRole = (role) => current?.roles.includes(role) ?? false;

/** Reads who uses the page: {user, roles, csrf, authentication, textWithheld, version}. */
export async function session() {
  current = await get('/session');
  return current;
}

/** Begins a session with a token. */
export async function login(token) {
  await send('POST', '/session', { token }, () => {});
  return session();
}

/** Ends the session. */
export async function logout() {
  await send('DELETE', '/session');
  current = null;
  onLogin();
}

export const get = (path) => send('GET', path);
export const post = (path, body = {}) => send('POST', path, body);
export const put = (path, body) => send('PUT', path, body);
export const del = (path) => send('DELETE', path);

/** A path with a query, without the entries that are empty: null, undefined or ''. */
export function withQuery(path, query) {
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

async function send(method, path, body, refused = onLogin) {
  const response = await fetch(ROOT + path, request(method, body)).catch(() => {
    throw new ApiError(0, { detail: 'The server cannot be reached.' });
  });
  if (response.status === 401) refused();
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return response.status === 204 ? null : jsonOf(response);
}

function request(method, body) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') {
    headers['Content-Type'] = 'application/json';
    if (current) headers['X-CSRF-Token'] = current.csrf;
  }
  return { method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: 'same-origin' };
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText };
  }
}

async function jsonOf(response) {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}
