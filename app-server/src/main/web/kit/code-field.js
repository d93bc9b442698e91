// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { t } from '../text/text.js';
import { described, remarks } from './field.js';
import { Piece } from './piece.js';

const DIGITS = 6;

/** Six digits of an authenticator app. Says `complete` as soon as all are there, typed or pasted. */
class CodeField extends Piece {
  static properties = { field: {}, problem: {}, hint: {} };

  constructor() {
    super();
    this.field = 'code';
    this.problem = '';
    this.hint = '';
  }

  get value() {
    return this.#input().value.replace(/\D/g, '');
  }

  /** Makes it ready for the next try. */
  clear() {
    this.#input().value = '';
    this.#input().focus();
  }

  /** @override */
  focus() {
    this.#input().focus();
  }

  /** @override */
  render() {
    return html`<div class="field">
      <label for=${this.field}>${t('code.label')}</label>
      <input
        id=${this.field} name=${this.field} class="code" inputmode="numeric" autocomplete="one-time-code" required placeholder="······"
        aria-invalid=${this.problem === '' ? nothing : 'true'} aria-describedby=${described(this.field, this.hint, this.problem)} @input=${this.#typing}>
      ${remarks(this.field, this.hint, this.problem)}
    </div>`;
  }

  /** What is pasted may have spaces in it; anything that is no digit is left out. */
  #typing() {
    const input = this.#input();
    const digits = this.value.slice(0, DIGITS);
    if (input.value !== digits) {
      input.value = digits;
    }
    if (digits.length === DIGITS) {
      this.dispatchEvent(new CustomEvent('complete', { detail: digits }));
    }
  }

  #input() {
    return /** @type {HTMLInputElement} */ (this.querySelector('input'));
  }
}

customElements.define('homekeep-code', CodeField);
