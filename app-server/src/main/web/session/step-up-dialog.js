// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { send, withSession } from '../api/request.js';
import { question } from '../api/step-up.js';
import { Attempt } from '../kit/attempt.js';
import '../kit/code-field.js';
import { entered, field } from '../kit/field.js';
import '../kit/password-field.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';
import { session } from './session.js';

/** Asks for the password again, and the code where the account has a second factor, before something that matters. */
class StepUpDialog extends Piece {
  static properties = { recovering: { state: true } };

  constructor() {
    super();
    /** Whether a recovery code is asked for instead of the app's. */
    this.recovering = false;
    this.attempt = new Attempt(this);
    this.drawnFrom(question, session);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.onChange(question, async (asked) => {
      if (asked !== null) {
        this.attempt.problem = null;
        this.recovering = false;
        await this.updateComplete;
        await /** @type {any} */ (this.querySelector('homekeep-password'))?.updateComplete;
        this.#dialog()?.showModal();
        /** @type {HTMLInputElement | null} */ (this.querySelector('#step-up-password'))?.focus();
      }
    });
    // Whoever is signed out meanwhile has nothing left to show.
    this.onChange(session, (state) => state.kind !== 'signed-in' && question.value?.cancelled());
  }

  /** @override */
  render() {
    const state = session.value;
    if (question.value === null || state.kind !== 'signed-in') {
      return nothing;
    }
    const { username, totp } = state.me.user;
    return html`<dialog class="confirm" id="step-up" aria-labelledby="step-up-heading" @close=${this.#closed}>
      <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
        <h2 id="step-up-heading">${t('step-up.heading')}</h2>
        <p>${t('step-up.text')}</p>
        <input class="visually-hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" readonly value=${username}>
        <homekeep-password field="step-up-password"></homekeep-password>
        ${totp ? this.#second() : nothing} ${this.attempt.alert({ bad_credentials: 'step-up.wrong' })}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.#dialog()?.close()}>${t('confirm.cancel')}</button>
          <button class="button primary" type="submit" aria-disabled=${this.attempt.held ? 'true' : nothing}>${t('step-up.go')}</button>
        </div>
      </form>
    </dialog>`;
  }

  #second() {
    return html`
      ${this.recovering
        ? field({ id: 'step-up-recovery', label: t('recovery.label'), plain: true })
        : html`<homekeep-code field="step-up-code"></homekeep-code>`}
      <button type="button" class="link-button" @click=${() => (this.recovering = !this.recovering)}>
        ${this.recovering ? t('code.app-instead') : t('code.recovery-instead')}
      </button>
    `;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const values = entered(event);
    const code = values['step-up-code'];
    const recovery = values['step-up-recovery'];
    const json = { password: values['step-up-password'], ...(code ? { totp: code } : {}), ...(recovery ? { recovery_code: recovery } : {}) };
    const shown = await this.attempt.run(() => withSession(() => send('POST', '/api/v1/auth/step-up', { json })));
    if (shown) {
      question.value?.shown();
      this.#dialog()?.close();
    }
  }

  /** By Escape or the button; after a right answer nobody hears of it any more. */
  #closed() {
    question.value?.cancelled();
  }

  #dialog() {
    return /** @type {HTMLDialogElement | null} */ (this.querySelector('dialog'));
  }
}

customElements.define('homekeep-step-up', StepUpDialog);
