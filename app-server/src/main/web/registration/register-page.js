// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { send } from '../api/request.js';
import { follow } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import '../kit/password-field.js';
import { Piece } from '../kit/piece.js';
import { serverInfo } from '../session/server-info.js';
import { card } from '../signin/card.js';
import { t } from '../text/text.js';

/** Asks the owner for an account. The answer never tells whether the name is taken. */
class RegisterPage extends Piece {
  static properties = { asked: { state: true } };

  constructor() {
    super();
    this.asked = false;
    this.attempt = new Attempt(this);
    this.drawnFrom(serverInfo);
  }

  /** @override */
  render() {
    const back = html`<p class="hint"><a href="/sign-in" @click=${follow}>${t('forgot.back')}</a></p>`;
    if (this.asked) {
      return card(t('register.heading'), html`<p class="note" role="status">${t('register.asked')}</p>${back}`);
    }
    if (serverInfo.value.registration !== 'request') {
      return card(t('register.heading'), html`<p class="note" role="status">${t('problem.registration')}</p>${back}`);
    }
    return card(
      t('register.heading'),
      html`<p class="centred">${t('register.text', { server: serverInfo.value.name })}</p>
        <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
          ${field({
            id: 'username',
            label: t('invite.choose-name'),
            hint: t('invite.choose-name.hint'),
            autocomplete: 'username',
            plain: true,
            problem: this.attempt.field('username'),
          })}
          ${field({ id: 'display_name', label: t('profile.name'), autocomplete: 'name', optional: true, problem: this.attempt.field('display_name') })}
          <homekeep-password fresh .label=${t('password.choose')} .problem=${this.attempt.field('password')}></homekeep-password>
          ${field({ id: 'message', label: t('register.message'), optional: true, longest: 500, problem: this.attempt.field('message') })}
          ${this.attempt.alert()} ${this.attempt.button(t('register.submit'))}
        </form>
        ${back}`
    );
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const { username, display_name, password, message } = entered(event);
    await this.attempt.run(async () => {
      const json = { username, password, ...(display_name ? { display_name } : {}), ...(message ? { message } : {}) };
      await send('POST', '/api/v1/auth/register', { json });
      this.asked = true;
    });
  }
}

customElements.define('homekeep-register', RegisterPage);
