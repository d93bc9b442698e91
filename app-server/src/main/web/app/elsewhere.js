// SPDX-License-Identifier: Apache-2.0

const TRIED = 'homekeep.tried';

/** Asking twice within that time means that the server says no. */
const CIRCLE_MS = 10_000;

/**
 * Asks again for an address that the server had answered with this page, because the access cookie had ended. Not
 * again at once, so that a server that says no does not make us run in circles.
 */
export function returnElsewhere() {
  const address = location.pathname + location.search;
  const [before, at] = JSON.parse(sessionStorage.getItem(TRIED) ?? '["", 0]');
  if (before !== address || Date.now() - at > CIRCLE_MS) {
    sessionStorage.setItem(TRIED, JSON.stringify([address, Date.now()]));
    location.replace(address);
  }
}
