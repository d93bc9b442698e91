// SPDX-License-Identifier: Apache-2.0
import { connected } from '../api/connection.js';
import { closeEvents, filesChanged, openEvents, tellSpacesChanged } from '../api/events.js';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { refreshAccess } from '../api/refresh.js';
import { exchange, refusedAs, send, withSession } from '../api/request.js';
import { BackOff } from '../kit/back-off.js';
import { Store } from '../kit/store.js';

/**
 * @typedef {object} Me
 * @property {{id: string, username: string, display_name: string, role: string, totp: boolean}} user
 * @property {string} session_id
 * @property {string[]} permissions
 * @property {string} access_expires_at
 * @property {string | null} totp_due_at until when a second factor must be set up
 *
 * @typedef {'' | 'owner' | 'user' | 'reuse' | 'blocked' | 'deactivated' | 'deleted' | 'password' | 'second_factor' |
 *   'expired' | 'revoked' | 'left'} Reason why nobody is signed in any more;
 *   empty when nobody was
 *
 * @typedef {{kind: 'starting'} | {kind: 'signed-out', reason: Reason} | {kind: 'signed-in', me: Me}} State
 */

/** What the event stream calls it, and what we do. @type {Record<string, Reason>} */
const TOLD = {
  owner: 'owner',
  user: 'user',
  logout: 'left',
  reuse: 'reuse',
  blocked: 'blocked',
  deactivated: 'deactivated',
  deleted: 'deleted',
  password: 'password',
  second_factor: 'second_factor',
  expired: 'expired',
};

/** Refresh this long before the access token ends. */
const AHEAD_MS = 60_000;

/** @type {Store<State>} */
export const session = new Store(/** @type {State} */ ({ kind: 'starting' }));

const backOff = new BackOff();
/** When the access token was last known to be the newest, and when it ends, by this device's clock. */
let known = { since: 0, ends: 0 };
/** How many sessions have ended on this page. */
let ended = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Finds out who is signed in. */
export async function start() {
  try {
    await learn();
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401) {
      end(reasonOf(problem.code));
    } else {
      // Ask again when the server is back, or after a while when it answered something else.
      afterAWhile(start, problem);
    }
  }
}

/**
 * The server has let somebody in here, or something about them has changed: learns who it is.
 *
 * @throws {ApiProblem | Unreachable}
 */
export async function learnAgain() {
  await learn();
}

/** Ends the session on the server; without a server, nothing is forgotten. */
export async function signOut() {
  // Else the stream would tell us, before the answer does, that the session has ended.
  closeEvents();
  try {
    await send('POST', '/api/v1/auth/logout');
  } catch (problem) {
    listen();
    throw problem;
  }
  end('left');
}

/** Makes sure that the access token lives for a while, before a link is followed that needs it. */
export async function keepFresh() {
  if (session.value.kind === 'signed-in' && Date.now() > known.ends - AHEAD_MS / 2) {
    await renew();
  }
}

/** Whether it ends so soon that `keepFresh` would do something. */
export function isStale() {
  return Date.now() > known.ends - AHEAD_MS / 2;
}

/**
 * Leaves at once.
 *
 * @param {Reason} reason
 */
export function end(reason) {
  ended++;
  closeEvents();
  clearTimeout(timer);
  if (session.value.kind !== 'signed-out') {
    session.set({ kind: 'signed-out', reason });
  }
}

async function learn() {
  const turn = ended;
  const asked = Date.now();
  const answer = await exchange('GET', '/api/v1/auth/me');
  /** @type {Me} */
  const me = await answer.json();
  if (turn !== ended) {
    // It ended while we asked.
    return;
  }
  // By the server's clock, for a phone's may be wrong.
  const lifetime = Date.parse(me.access_expires_at) - (Date.parse(answer.headers.get('Date') ?? '') || Date.now());
  known = { since: asked, ends: asked + lifetime };
  clearTimeout(timer);
  // Near the session's end tokens live shorter than that.
  timer = setTimeout(renew, lifetime > 2 * AHEAD_MS ? lifetime - AHEAD_MS : Math.max(1000, lifetime / 2));
  const before = session.value;
  if (before.kind !== 'signed-in' || !same(before.me, me)) {
    session.set({ kind: 'signed-in', me });
  }
  if (before.kind !== 'signed-in' || before.me.session_id !== me.session_id) {
    listen();
  }
}

/**
 * Whether nothing that the page shows has changed.
 *
 * @param {Me} one
 * @param {Me} other
 */
function same(one, other) {
  const shown = (/** @type {Me} */ { user: { id, username, display_name, role, totp }, session_id, permissions, totp_due_at }) =>
    JSON.stringify([id, username, display_name, role, totp, session_id, [...permissions].sort(), totp_due_at]);
  return shown(one) === shown(other);
}

async function renew() {
  try {
    await withSession(() => refreshAccess(known.since));
    await learn();
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.status === 401)) {
      afterAWhile(renew, problem);
    }
  }
}

function listen() {
  openEvents(
    (reason) => end(TOLD[reason] ?? 'revoked'),
    () => backOff.reset(),
    async () => {
      try {
        await learn();
        setTimeout(() => {
          if (session.value.kind === 'signed-in') {
            listen();
            filesChanged.set({ space: '', path: '' });
            tellSpacesChanged();
          }
        }, backOff.next());
      } catch (problem) {
        if (!(problem instanceof ApiProblem && problem.status === 401)) {
          afterAWhile(listen, problem);
        }
      }
    }
  );
}

/**
 * @param {() => void} again
 * @param {unknown} problem
 */
function afterAWhile(again, problem) {
  if (problem instanceof Unreachable) {
    const stop = connected.watch((reachable) => {
      if (reachable) {
        stop();
        again();
      }
    });
  } else {
    setTimeout(again, backOff.next());
  }
}

/**
 * @param {string} code
 * @returns {Reason}
 */
function reasonOf(code) {
  return code === 'session_revoked' ? 'revoked' : code === 'session_expired' ? 'expired' : '';
}

refusedAs.watch((code) => {
  if (code !== '' && session.value.kind === 'signed-in') {
    end(reasonOf(code) || 'expired');
  }
});

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && session.value.kind === 'signed-in') {
    backOff.reset();
    if (Date.now() > known.ends - AHEAD_MS) {
      renew();
    }
  }
});
