// SPDX-License-Identifier: Apache-2.0
import { connectionLost } from './connection.js';
import { ApiProblem, Unreachable } from './problem.js';

/** When a tab of this browser last got a new access token; a time, no secret. */
const STAMP = 'homekeep.refreshed';

/**
 * Gets a new access token, once for all tabs: whoever comes second finds that the token is newer than what it knew.
 *
 * @param {number} known when the caller last knew its token to be the newest, in milliseconds
 * @param {boolean} refused whether the token was refused, so that the server can be asked whether it still is: another
 *   tab's note in the storage may reach this one later than its cookie
 */
export async function refreshAccess(known, refused = false) {
  const turn = async () => {
    if (Number(localStorage.getItem(STAMP)) > known || (refused && (await accepted()))) {
      return;
    }
    await rotate();
    localStorage.setItem(STAMP, String(Date.now()));
  };
  // Absent only where the page is no secure context; then the server's answer to a lost race is enough.
  await (navigator.locks ? navigator.locks.request('homekeep-refresh', turn) : turn());
}

async function accepted() {
  try {
    return (await fetch('/api/v1/auth/me', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function rotate() {
  let answer;
  try {
    answer = await fetch('/api/v1/auth/refresh', { method: 'POST', headers: { 'X-Requested-With': 'homekeep' }, cache: 'no-store' });
  } catch {
    connectionLost();
    throw new Unreachable();
  }
  if (!answer.ok) {
    const problem = ApiProblem.read(answer.status, await answer.text(), answer.headers.get('Retry-After'));
    // Somebody else of this session was faster: the cookies are new already.
    if (problem.code !== 'refresh_race') {
      throw problem;
    }
  }
}
