// SPDX-License-Identifier: Apache-2.0

/** @type {WakeLockSentinel | null} */
let lock = null;
let wanted = false;

/**
 * Keeps a phone's screen on while files are on their way: a phone that sleeps stops sending.
 *
 * @param {boolean} awake
 */
export function keepAwake(awake) {
  if (wanted !== awake) {
    wanted = awake;
    settle();
  }
}

async function settle() {
  if (!wanted) {
    await lock?.release();
    lock = null;
  } else if (lock === null && 'wakeLock' in navigator && document.visibilityState === 'visible') {
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', () => (lock = null));
    } catch {
      // Low battery or a rule of the browser's: the upload goes on all the same.
    }
  }
}

document.addEventListener('visibilitychange', settle);
