// SPDX-License-Identifier: Apache-2.0

/** Waits that double from one second to fifteen. */
export class BackOff {
  #next = 1000;

  /** @returns {number} milliseconds to wait before the next try */
  next() {
    const wait = this.#next;
    this.#next = Math.min(this.#next * 2, 15_000);
    return wait;
  }

  reset() {
    this.#next = 1000;
  }
}
