// SPDX-License-Identifier: Apache-2.0
import { BackOff } from '../kit/back-off.js';
import { Store } from '../kit/store.js';

/** Whether the server can be reached, as far as we know. */
export const connected = new Store(true);

const backOff = new BackOff();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** The server did not answer: tries again by itself until it does. */
export function connectionLost() {
  if (connected.value) {
    connected.set(false);
    backOff.reset();
    timer = setTimeout(tryAgain, backOff.next());
  }
}

/** Tries at once. */
export async function tryAgain() {
  if (connected.value) {
    return;
  }
  clearTimeout(timer);
  try {
    const answer = await fetch('/api/v1/system/health', { cache: 'no-store' });
    if (answer.ok) {
      connected.set(true);
      return;
    }
  } catch {
    // Still away.
  }
  clearTimeout(timer);
  timer = setTimeout(tryAgain, backOff.next());
}

window.addEventListener('online', tryAgain);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    tryAgain();
  }
});
