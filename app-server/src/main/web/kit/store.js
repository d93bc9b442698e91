// SPDX-License-Identifier: Apache-2.0

/**
 * A value that can be watched.
 *
 * @template T
 */
export class Store {
  /** @type {T} */
  #value;
  /** @type {Set<(value: T) => void>} */
  #watchers = new Set();

  /** @param {T} value */
  constructor(value) {
    this.#value = value;
  }

  get value() {
    return this.#value;
  }

  /** @param {T} value */
  set(value) {
    if (!Object.is(value, this.#value)) {
      this.#value = value;
      this.touch();
    }
  }

  /** Tells the watchers that something inside the value has changed. */
  touch() {
    for (const watcher of [...this.#watchers]) {
      watcher(this.#value);
    }
  }

  /**
   * @param {(value: T) => void} watcher
   * @returns {() => void} ends the watching
   */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
