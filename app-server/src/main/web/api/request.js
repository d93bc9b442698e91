// SPDX-License-Identifier: Apache-2.0
import { Store } from '../kit/store.js';
import { connectionLost } from './connection.js';
import { ApiProblem, Unreachable } from './problem.js';
import { refreshAccess } from './refresh.js';
import { steppedUp } from './step-up.js';

/** The code of the refusal that said that this browser is not signed in any more. @type {Store<string>} */
export const refusedAs = new Store('');

const MAY_BE_REFRESHED = new Set(['session_expired', 'not_signed_in']);
const NOT_SIGNED_IN = new Set(['session_expired', 'not_signed_in', 'session_revoked']);

/**
 * @typedef {object} Options
 * @property {unknown} [json] the body
 * @property {HeadersInit} [headers]
 * @property {AbortSignal} [signal]
 */

/**
 * One exchange with the API. An access token that has ended is refreshed on the way, and where the server wants to see
 * again who is asking, the person is asked.
 *
 * @param {string} method
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<Response>} a good one
 * @throws {ApiProblem | Unreachable | import('./problem.js').Cancelled}
 */
export async function exchange(method, path, options = {}) {
  return steppedUp(() => withSession(() => send(method, path, options)));
}

/**
 * Does something that needs a session, and once more after a refresh when the access token had ended.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSession(work) {
  const started = Date.now();
  try {
    try {
      return await work();
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 401 && MAY_BE_REFRESHED.has(problem.code))) {
        throw problem;
      }
      await refreshAccess(started, true);
      return await work();
    }
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401 && NOT_SIGNED_IN.has(problem.code)) {
      refusedAs.set('');
      refusedAs.set(problem.code);
    }
    throw problem;
  }
}

/**
 * One exchange without any care for the session.
 *
 * @param {string} method
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<Response>} a good one
 */
export async function send(method, path, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('X-Requested-With', 'homekeep');
  if (options.json !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: options.json === undefined ? undefined : JSON.stringify(options.json),
      signal: options.signal,
      cache: 'no-store',
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    connectionLost();
    throw new Unreachable();
  }
  if (!answer.ok) {
    throw ApiProblem.read(answer.status, await answer.text(), answer.headers.get('Retry-After'));
  }
  return answer;
}

/**
 * The JSON that a GET answers.
 *
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<any>}
 */
export async function getJson(path, options) {
  return (await exchange('GET', path, options)).json();
}

/**
 * What a request with a body answers.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} json
 * @returns {Promise<any>}
 */
export async function askJson(method, path, json) {
  return (await exchange(method, path, { json })).json();
}
