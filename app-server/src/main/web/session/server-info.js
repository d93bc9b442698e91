// SPDX-License-Identifier: Apache-2.0
import { connected } from '../api/connection.js';
import { getJson } from '../api/request.js';
import { Store } from '../kit/store.js';

/**
 * @typedef {object} ServerInfo
 * @property {string} name
 * @property {string} registration `closed`, `invite` or `request`
 * @property {{min_length: number}} password_policy
 * @property {{max_file_bytes: number}} upload_limits
 */

/** What anyone may know of the server. @type {Store<ServerInfo>} */
export const serverInfo = new Store({
  name: 'Homekeep',
  registration: 'closed',
  password_policy: { min_length: 12 },
  upload_limits: { max_file_bytes: Number.MAX_SAFE_INTEGER },
});

export async function loadServerInfo() {
  try {
    serverInfo.set(await getJson('/api/v1/system/info'));
  } catch {
    // A name is nice to have: the page works without, and asks again when the server is back.
    const stop = connected.watch((reachable) => {
      if (reachable) {
        stop();
        loadServerInfo();
      }
    });
  }
}
