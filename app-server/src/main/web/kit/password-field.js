// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { serverInfo } from '../session/server-info.js';
import { counted, t } from '../text/text.js';
import { described, remarks } from './field.js';
import { icon } from './icon.js';
import { Piece } from './piece.js';
import { lengthOf, strength } from './strength.js';

/** @type {import('../text/text.js').TextKey[]} */
const WORDS = ['password.weak', 'password.fair', 'password.good', 'password.strong'];

/** A password that can be looked at; a new one with how good it is. Its input is part of the form around it. */
class PasswordField extends Piece {
  static properties = { field: {}, label: {}, fresh: { type: Boolean }, problem: {}, shown: { state: true }, typed: { state: true } };

  constructor() {
    super();
    /** The id and the name of the input. */
    this.field = 'password';
    this.label = '';
    /** Whether it is a new one, which must be good. */
    this.fresh = false;
    this.problem = '';
    this.shown = false;
    this.typed = '';
    this.drawnFrom(serverInfo);
  }

  /** The input itself. */
  get input() {
    return /** @type {HTMLInputElement} */ (this.querySelector('input'));
  }

  /** @override */
  render() {
    const shortest = serverInfo.value.password_policy.min_length;
    const hint = this.fresh ? t('password.hint', { n: shortest }) : '';
    return html`<div class="field">
      <label for=${this.field}>${this.label || t('signin.password')}</label>
      <div class="password">
        <input
          id=${this.field} name=${this.field} type=${this.shown ? 'text' : 'password'} autocomplete=${this.fresh ? 'new-password' : 'current-password'}
          autocapitalize="none" spellcheck="false" required maxlength="256" aria-invalid=${this.problem === '' ? nothing : 'true'}
          aria-describedby=${described(this.field, hint, this.problem)} @input=${this.#typing}>
        <button type="button" class="icon-button" aria-pressed=${this.shown ? 'true' : 'false'} aria-label=${t('signin.show')} title=${t('signin.show')}
          @click=${() => (this.shown = !this.shown)}>${icon(this.shown ? 'eye-off' : 'eye')}</button>
      </div>
      ${this.fresh ? this.#meter(shortest) : nothing} ${remarks(this.field, hint, this.problem)}
    </div>`;
  }

  /** @param {number} shortest */
  #meter(shortest) {
    const missing = shortest - lengthOf(this.typed);
    const score = this.typed === '' ? 0 : strength(this.typed, shortest);
    const said = this.typed === '' ? '' : missing > 0 ? counted('password.missing.one', 'password.missing.many', missing) : t(WORDS[score - 1]);
    return html`<div class="meter" data-score=${score}>
      <span class="meter-bars" aria-hidden="true">${WORDS.map((_, step) => html`<span class=${step < score ? 'on' : ''}></span>`)}</span>
      <span class="meter-word" aria-live="polite">${said}</span>
    </div>`;
  }

  #typing() {
    this.typed = this.input.value;
  }
}

customElements.define('homekeep-password', PasswordField);
