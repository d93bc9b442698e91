// SPDX-License-Identifier: Apache-2.0

const TRIED = 'homekeep.tried';

/**
 * Asks again for an address that the server had answered with this page, because the access cookie had ended. At most
 * once for an address, so that a server that says no does not make us run in circles.
 */
export function returnElsewhere() {
  const address = location.pathname + location.search;
  if (sessionStorage.getItem(TRIED) === address) {
    sessionStorage.removeItem(TRIED);
    return;
  }
  sessionStorage.setItem(TRIED, address);
  location.replace(address);
}
