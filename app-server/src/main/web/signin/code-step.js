// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { Attempt } from '../kit/attempt.js';
import '../kit/code-field.js';
import { entered, field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';
import { showSecondFactor } from './signing-in.js';

/** The code of the app, or a recovery code. Says `expired` where one has to begin again, and `back`. */
class CodeStep extends Piece {
  static properties = { ticket: {}, proceed: {}, recovering: { state: true } };

  constructor() {
    super();
    this.ticket = '';
    /** Goes on with the server's answer. @type {(answer: import('./signing-in.js').SignInAnswer) => Promise<void>} */
    this.proceed = () => Promise.resolve();
    /** Whether a recovery code is asked for. */
    this.recovering = false;
    this.attempt = new Attempt(this);
  }

  /** @override */
  firstUpdated() {
    this.#focus();
  }

  /** @override */
  render() {
    return html`
      <p class="centred">${this.recovering ? t('recovery.text') : t('code.text')}</p>
      <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
        ${this.recovering
          ? field({ id: 'recovery', label: t('recovery.label'), hint: t('recovery.hint'), plain: true })
          : html`<homekeep-code @complete=${(/** @type {CustomEvent<string>} */ event) => this.#show({ totp: event.detail })}></homekeep-code>`}
        ${this.attempt.alert({ bad_code: this.recovering ? 'recovery.wrong' : 'code.wrong' })} ${this.attempt.button(t('code.submit'), t('signin.busy'))}
      </form>
      <p class="hint">
        <button type="button" class="link-button" id="other-way" @click=${this.#otherWay}>${this.recovering ? t('code.app-instead') : t('code.recovery-instead')}</button>
        <button type="button" class="link-button" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${t('code.back')}</button>
      </p>
    `;
  }

  async #otherWay() {
    this.recovering = !this.recovering;
    this.attempt.problem = null;
    await this.updateComplete;
    this.#focus();
  }

  async #focus() {
    await /** @type {any} */ (this.querySelector('homekeep-code'))?.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('#recovery') ?? this.querySelector('#code'))?.focus();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const { code, recovery } = entered(event);
    this.#show(this.recovering ? { recovery_code: recovery } : { totp: code });
  }

  /** @param {{totp: string} | {recovery_code: string}} code */
  async #show(code) {
    if (await this.attempt.run(async () => this.proceed(await showSecondFactor(this.ticket, code)))) {
      return;
    }
    if (this.attempt.code === 'ticket_expired') {
      this.dispatchEvent(new CustomEvent('expired'));
    } else if (this.attempt.problem !== null) {
      /** @type {any} */ (this.querySelector('homekeep-code'))?.clear();
    }
  }
}

customElements.define('homekeep-code-step', CodeStep);
