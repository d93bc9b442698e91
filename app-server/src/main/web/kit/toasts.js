// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { Piece } from './piece.js';
import { Store } from './store.js';

const SHOWN_MS = 6000;

/** @type {Store<{id: number, text: string}[]>} */
const toasts = new Store(/** @type {{id: number, text: string}[]} */ ([]));
let last = 0;

/**
 * Says something that has happened, for a few seconds.
 *
 * @param {string} text
 */
export function say(text) {
  const id = ++last;
  toasts.set([...toasts.value.slice(-2), { id, text }]);
  setTimeout(() => toasts.set(toasts.value.filter((toast) => toast.id !== id)), SHOWN_MS);
}

class Toasts extends Piece {
  constructor() {
    super();
    this.drawnFrom(toasts);
  }

  /** @override */
  render() {
    return html`<div class="toasts" role="status" aria-live="polite">${toasts.value.map((toast) => html`<p class="toast">${toast.text}</p>`)}</div>`;
  }
}

customElements.define('homekeep-toasts', Toasts);
