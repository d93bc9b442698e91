// SPDX-License-Identifier: Apache-2.0
import { LitElement } from 'lit';
import { language } from '../text/text.js';

/**
 * What every element of the page is: rendered into the document itself, so that labels, password managers and style
 * sheets reach it, and drawn again when the language or one of its stores changes.
 */
export class Piece extends LitElement {
  /** @type {import('./store.js').Store<any>[]} */
  #stores = [language];
  /** @type {(() => void)[]} */
  #stops = [];

  /** @override */
  createRenderRoot() {
    return this;
  }

  /** @param {...import('./store.js').Store<any>} stores */
  drawnFrom(...stores) {
    this.#stores.push(...stores);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    for (const store of this.#stores) {
      this.#stops.push(store.watch(() => this.requestUpdate()));
    }
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.splice(0).forEach((stop) => stop());
  }

  /**
   * Calls back while the element is on the page.
   *
   * @template T
   * @param {import('./store.js').Store<T>} store
   * @param {(value: T) => void} action
   */
  onChange(store, action) {
    this.#stops.push(store.watch(action));
  }

  /**
   * Listens while the element is on the page.
   *
   * @param {EventTarget} target
   * @param {string} event
   * @param {(event: any) => void} action
   * @param {AddEventListenerOptions} [options]
   */
  listen(target, event, action, options) {
    target.addEventListener(event, action, options);
    this.#stops.push(() => target.removeEventListener(event, action, options));
  }
}
