// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import '../kit/code-field.js';
import { copyButton } from '../kit/copy.js';
import { Attempt } from '../kit/attempt.js';
import { failure } from '../kit/failure.js';
import { entered } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';

/**
 * Connects an authenticator app: the picture to scan, the key to type, a link on a phone, and the first code, which
 * shows that it works. Says `confirmed` with the server's answer, or `expired`.
 */
class Enrolment extends Piece {
  static properties = { begin: {}, confirm: {}, enrolment: { state: true } };

  constructor() {
    super();
    /** @type {() => Promise<import('../signin/signing-in.js').Enrolment>} */
    this.begin = () => Promise.reject(new Error('nothing to begin'));
    /** @type {(code: string) => Promise<unknown>} */
    this.confirm = () => Promise.reject(new Error('nothing to confirm'));
    /** @type {import('../signin/signing-in.js').Enrolment | null} */
    this.enrolment = null;
    this.attempt = new Attempt(this);
  }

  /** @override */
  firstUpdated() {
    this.#begin();
  }

  /** @override */
  render() {
    if (this.enrolment === null) {
      return this.attempt.problem === null
        ? html`<div class="skeleton skeleton-block" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`
        : failure(this.attempt.problem, () => this.#begin());
    }
    const { secret, otpauth_uri, qr_svg } = this.enrolment;
    // A picture in an img element runs nothing, whatever is in it.
    const picture = `data:image/svg+xml,${encodeURIComponent(qr_svg)}`;
    return html`
      <ol class="enrolment">
        <li>${t('enrolment.app')}</li>
        <li>
          ${t('enrolment.scan')}
          <img class="qr" src=${picture} alt=${t('enrolment.qr')} width="200" height="200">
          <a class="button wide on-touch" href=${otpauth_uri}>${t('enrolment.open')}</a>
          <p class="muted">${t('enrolment.by-hand')}</p>
          <div class="copyable">
            <code class="copyable-text" id="totp-secret">${inGroups(secret)}</code>
            ${copyButton('totp-secret', secret)}
          </div>
        </li>
        <li>${t('enrolment.code')}</li>
      </ol>
      <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
        <homekeep-code @complete=${(/** @type {CustomEvent<string>} */ event) => this.#confirm(event.detail)}></homekeep-code>
        ${this.attempt.alert({ bad_code: 'enrolment.wrong' })} ${this.attempt.button(t('enrolment.submit'))}
      </form>
    `;
  }

  async #begin() {
    if (!(await this.attempt.run(async () => (this.enrolment = await this.begin())))) {
      this.#giveUp();
    }
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#confirm(entered(event).code);
  }

  /** @param {string} code */
  async #confirm(code) {
    if (!(await this.attempt.run(async () => this.dispatchEvent(new CustomEvent('confirmed', { detail: await this.confirm(code) }))))) {
      this.#giveUp();
      /** @type {any} */ (this.querySelector('homekeep-code'))?.clear();
    }
  }

  /** Where there is no way on from here. */
  #giveUp() {
    if (this.attempt.problem === null) {
      this.dispatchEvent(new CustomEvent('cancelled'));
    } else if (this.attempt.code === 'ticket_expired') {
      this.dispatchEvent(new CustomEvent('expired'));
    }
  }
}

/** @param {string} secret easier to type in fours */
function inGroups(secret) {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

customElements.define('homekeep-enrolment', Enrolment);
