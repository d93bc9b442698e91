// SPDX-License-Identifier: Apache-2.0

/** Counts seconds down and lets its element draw each of them. */
export class Countdown {
  #until = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => void} [over] called when it has come to zero
   */
  constructor(host, over = () => {}) {
    this.host = host;
    this.over = over;
    this.left = 0;
    host.addController(this);
  }

  /** @param {number} seconds */
  start(seconds) {
    this.#until = Date.now() + seconds * 1000;
    this.#tick();
  }

  stop() {
    clearTimeout(this.#timer);
    this.left = 0;
  }

  hostDisconnected() {
    this.stop();
  }

  #tick() {
    clearTimeout(this.#timer);
    this.left = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
    if (this.left > 0) {
      this.#timer = setTimeout(() => this.#tick(), 1000);
    } else {
      this.over();
    }
    this.host.requestUpdate();
  }
}
