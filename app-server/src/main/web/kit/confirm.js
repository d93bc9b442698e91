// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { t } from '../text/text.js';
import { Piece } from './piece.js';

let last = 0;

/** Asks before something is done that can't be taken back. The button is named after what it does. */
class Confirm extends Piece {
  static properties = { heading: {}, text: {}, action: {} };

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.action = '';
    /** There may be several on a page. */
    this.names = `confirm-${++last}`;
  }

  ask() {
    this.querySelector('dialog')?.showModal();
  }

  /** @override */
  render() {
    return html`<dialog class="confirm" aria-labelledby="${this.names}-heading" aria-describedby="${this.names}-text">
      <form method="dialog" @submit=${this.#decided}>
        <h2 id="${this.names}-heading">${this.heading}</h2>
        <p id="${this.names}-text">${this.text}</p>
        <div class="actions">
          <button class="button" value="no">${t('confirm.cancel')}</button>
          <button class="button danger" value="yes">${this.action}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** @param {SubmitEvent} event */
  #decided(event) {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value === 'yes') {
      this.dispatchEvent(new CustomEvent('confirmed'));
    }
  }
}

customElements.define('homekeep-confirm', Confirm);
