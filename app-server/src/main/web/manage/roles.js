// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { getJson } from '../api/request.js';
import { roleName } from '../kit/roles.js';
import { Store } from '../kit/store.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';

/** @typedef {{id: string, name: string}} RoleInfo */

/** Those that an account may be given. @type {Store<RoleInfo[]>} */
export const roles = new Store(
  /** @type {RoleInfo[]} */ ([
    { id: 'user', name: '' },
    { id: 'viewer', name: '' },
    { id: 'admin', name: '' },
  ])
);

/** Learns the owner's own roles too. */
export async function loadRoles() {
  const { items } = await getJson('/api/v1/roles');
  roles.set(items.filter((/** @type {RoleInfo} */ role) => role.id !== 'owner' && role.id !== 'api'));
}

/**
 * The roles that the one who asks may give: only the owner makes admins.
 *
 * @param {string} chosen
 * @param {string} [id]
 */
export function roleChoice(chosen, id = 'role') {
  const owner = session.value.kind === 'signed-in' && session.value.me.user.role === 'owner';
  const given = roles.value.filter((role) => owner || role.id !== 'admin' || role.id === chosen);
  return html`<div class="field">
    <label for=${id}>${t('people.role')}</label>
    <select id=${id} name="role">
      ${given.map((role) => html`<option value=${role.id} ?selected=${role.id === chosen}>${roleName(role.id, roles.value)}</option>`)}
    </select>
  </div>`;
}
