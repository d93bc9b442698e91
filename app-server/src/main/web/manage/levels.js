// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { getJson } from '../api/request.js';
import { t } from '../text/text.js';

/**
 * @typedef {object} SharedSpace
 * @property {string} id
 * @property {string} name
 * @property {'personal' | 'shared'} kind
 * @property {string} folder
 * @property {boolean} available
 * @property {{user: string, permissions: string[]}[]} members
 *
 * @typedef {'look' | 'add' | 'all'} Level how much somebody may do in a space
 */

/** @type {Record<Level, string[]>} */
const RIGHTS = {
  look: ['file:read'],
  add: ['file:read', 'file:upload'],
  all: ['file:read', 'file:upload', 'file:organize', 'file:delete_own'],
};
/** @type {[Level, import('../text/text.js').TextKey][]} */
const LEVELS = [
  ['look', 'level.look'],
  ['add', 'level.add'],
  ['all', 'level.all'],
];

/** @param {string} level */
export function rightsOf(level) {
  return RIGHTS[/** @type {Level} */ (level)];
}

/** The level that some rights are; empty where they are none of them. @param {string[]} rights */
export function levelOf(rights) {
  const sorted = [...rights].sort().join(' ');
  return LEVELS.find(([level]) => [...RIGHTS[level]].sort().join(' ') === sorted)?.[0] ?? '';
}

/**
 * The levels to choose from.
 *
 * @param {string} chosen empty for rights that the panel has mixed
 */
export function levelOptions(chosen) {
  return html`${chosen === '' ? html`<option value="" selected disabled>${t('level.mixed')}</option>` : nothing}
  ${LEVELS.map(([level, text]) => html`<option value=${level} ?selected=${level === chosen}>${t(text)}</option>`)}`;
}

/** The shared spaces there are: the first page has all of them. @returns {Promise<SharedSpace[]>} */
export async function sharedSpaces() {
  const { items } = await getJson('/api/v1/spaces?all=true&limit=1');
  return items.filter((/** @type {SharedSpace} */ space) => space.kind === 'shared');
}
