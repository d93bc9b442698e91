// SPDX-License-Identifier: Apache-2.0
import { getJson } from '../api/request.js';

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {'file' | 'folder'} kind
 * @property {number} size
 * @property {string} modified_at
 * @property {string} type
 * @property {string} id
 *
 * @typedef {object} Space
 * @property {string} id
 * @property {string} name
 * @property {'personal' | 'shared'} kind
 * @property {string[]} permissions
 */

/** Few at first, so that they are there at once; many later, so that scrolling never waits. */
const FIRST = 100;
const LATER = 1000;

/** @typedef {'name' | '-modified' | '-size'} Sort */

/** What lies in one folder, loaded page by page. */
export class Folder {
  /** @type {Entry[]} */
  entries = [];
  /** @type {string | null} */
  #next = null;
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** @type {unknown} */
  problem = null;
  #abort = new AbortController();
  #busy = false;
  #again = false;

  /**
   * @param {string} space
   * @param {string} path
   * @param {Sort} sort
   * @param {() => void} changed is called whenever something here has changed
   */
  constructor(space, path, sort, changed) {
    this.space = space;
    this.path = path;
    this.sort = sort;
    this.changed = changed;
  }

  /** Whether there is more than what is loaded. */
  get more() {
    return this.#next !== null;
  }

  /** Loads anew, as far as it was loaded or `atLeast`; what is shown stays until the new is there. */
  async load(atLeast = 0) {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    await this.#working(async () => {
      /** @type {Entry[]} */
      const entries = [];
      let page = await this.#page('', Math.min(Math.max(atLeast, FIRST), LATER));
      entries.push(...page.items);
      while (page.next !== null && entries.length < atLeast) {
        page = await this.#page(page.next, LATER);
        entries.push(...page.items);
      }
      this.entries = entries;
      this.#next = page.next;
    });
  }

  /** Loads one page more. */
  async loadMore() {
    const next = this.#next;
    if (!this.#busy && next !== null && this.state === 'ready') {
      await this.#working(async () => {
        const page = await this.#page(next, LATER);
        this.entries = this.entries.concat(page.items);
        this.#next = page.next;
      });
    }
  }

  close() {
    this.#abort.abort();
  }

  /** @param {() => Promise<void>} work */
  async #working(work) {
    this.#busy = true;
    try {
      await work();
      this.state = 'ready';
      this.problem = null;
    } catch (problem) {
      if (this.#abort.signal.aborted) {
        return;
      }
      this.problem = problem;
      this.state = 'failed';
    } finally {
      this.#busy = false;
    }
    this.changed();
    if (this.#again) {
      this.#again = false;
      await this.load(this.entries.length);
    }
  }

  /**
   * @param {string} after
   * @param {number} limit
   * @returns {Promise<{items: Entry[], next: string | null}>}
   */
  #page(after, limit) {
    const query = new URLSearchParams({ path: this.path, sort: this.sort, limit: String(limit) });
    if (after !== '') {
      query.set('after', after);
    }
    return getJson(`/api/v1/spaces/${encodeURIComponent(this.space)}/entries?${query}`, { signal: this.#abort.signal });
  }
}

/** @returns {Promise<Space[]>} */
export async function loadSpaces() {
  return (await getJson('/api/v1/spaces')).items;
}

/**
 * Where the bytes of a file are.
 *
 * @param {string} space
 * @param {string} path
 * @param {{download?: boolean}} [how]
 */
export function contentUrl(space, path, { download = false } = {}) {
  const query = new URLSearchParams({ path });
  if (download) {
    query.set('download', '1');
  }
  return `/api/v1/spaces/${encodeURIComponent(space)}/content?${query}`;
}

/**
 * @param {string} folder
 * @param {string} name
 */
export function joined(folder, name) {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}
