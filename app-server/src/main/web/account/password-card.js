// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { exchange } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { entered } from '../kit/field.js';
import '../kit/password-field.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';

/** A new password for oneself; everywhere else one is signed out. */
class PasswordCard extends Piece {
  static properties = { open: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.attempt = new Attempt(this);
    this.drawnFrom(session);
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="password-heading">
      <h2 id="password-heading">${t('password.heading')}</h2>
      ${this.open
        ? this.#form()
        : html`<p class="muted">${t('password.text')}</p>
            <button type="button" class="button" id="change-password" @click=${() => (this.open = true)}>${t('password.change')}</button>`}
    </section>`;
  }

  #form() {
    const state = session.value;
    const username = state.kind === 'signed-in' ? state.me.user.username : '';
    const wrong = this.attempt.code === 'bad_credentials';
    return html`<form class="form" @submit=${this.#submit}>
      <input class="visually-hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" readonly value=${username}>
      <homekeep-password field="current" .label=${t('password.current')} .problem=${wrong ? t('step-up.wrong') : this.attempt.field('current')}></homekeep-password>
      <homekeep-password fresh field="new" .label=${t('password.choose')} .problem=${this.attempt.field('new')}></homekeep-password>
      ${this.attempt.alert({ bad_credentials: 'problem.fields' })}
      <div class="actions">
        <button type="button" class="button" @click=${() => (this.open = false)}>${t('confirm.cancel')}</button>
        <button class="button primary" type="submit" ?disabled=${this.attempt.held}>${t('password.change')}</button>
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const values = entered(event);
    const json = { current: values.current, new: values.new };
    if (await this.attempt.run(() => exchange('POST', '/api/v1/auth/password', { json }))) {
      this.open = false;
      say(t('password.changed'));
    }
  }
}

customElements.define('homekeep-my-password', PasswordCard);
