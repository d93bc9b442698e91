// SPDX-License-Identifier: Apache-2.0

/**
 * A secret that came behind the `#` of a link, which no server and no log sees. It is taken from the address bar and
 * the history at once, and kept in memory only.
 *
 * @returns {string} empty where there was none
 */
export function takeFragment() {
  const secret = decodeURIComponent(location.hash.slice(1));
  if (secret !== '') {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return secret;
}
