// SPDX-License-Identifier: Apache-2.0
import { exchange } from '../api/request.js';
import { session } from '../session/session.js';

/**
 * Finds out whether this browser trusts the server's certificate by itself, or was let past a warning, and tells the
 * server, for the list of devices.
 *
 * Chromium takes a service worker only from a server that it trusts; after a click past the warning it says why it does
 * not. Other browsers have no such sign that can be relied on, so for them nothing is said.
 */

const WORKER = '/trust/worker.js';
const SCOPE = '/trust/worker/';
const TOLD = 'homekeep.trust-told';
const DAY_MS = 86_400_000;

/** Once a day and device, and at once for somebody else. */
export function tellOwnTrust() {
  const tell = () => {
    const state = session.value;
    if (state.kind === 'signed-in' && isDue(state.me.user.id)) {
      find(state.me.user.id);
    }
  };
  if (location.protocol === 'https:' && 'userAgentData' in navigator && 'serviceWorker' in navigator) {
    session.watch(tell);
    tell();
  }
}

/** @param {string} user */
function isDue(user) {
  try {
    const [who, when] = (localStorage.getItem(TOLD) ?? '').split(' ');
    return who !== user || Math.abs(Date.now() - Number(when)) > DAY_MS;
  } catch {
    return false;
  }
}

/** @param {string} user */
async function find(user) {
  try {
    localStorage.setItem(TOLD, `${user} ${Date.now()}`);
  } catch {
    // What can't be remembered would be said with every visit.
    return;
  }
  const trusted = await isTrusted();
  if (trusted !== undefined) {
    // The next day is soon enough when it did not get there.
    await exchange('PUT', '/api/v1/auth/devices/current/trust', { json: { trusted } }).catch(() => {});
  }
}

/** @returns {Promise<boolean | undefined>} undefined when it can't be told */
async function isTrusted() {
  try {
    const registration = await navigator.serviceWorker.register(workerUrl(), { scope: SCOPE });
    await registration.unregister();
    return true;
  } catch (problem) {
    return problem instanceof DOMException && /certificate/i.test(problem.message) ? false : undefined;
  }
}

/** A policy of that name can be made once. @type {any} */
let policy;

/** The page lets no text become a script's address but by a policy that it names. */
function workerUrl() {
  /** @type {any} */
  const types = /** @type {any} */ (window).trustedTypes;
  policy ??= types?.createPolicy('own-worker', { createScriptURL: () => WORKER });
  return policy ? policy.createScriptURL('') : WORKER;
}
