// SPDX-License-Identifier: Apache-2.0
import { t } from '../text/text.js';

/** @type {Record<string, import('../text/text.js').TextKey>} */
const NAMES = { owner: 'role.owner', admin: 'role.admin', user: 'role.user', viewer: 'role.viewer' };

/**
 * What people call a role; the owner's own ones have no other name here than their id.
 *
 * @param {string} id
 * @param {{id: string, name: string}[]} [known]
 */
export function roleName(id, known = []) {
  return NAMES[id] === undefined ? known.find((role) => role.id === id)?.name ?? id : t(NAMES[id]);
}
