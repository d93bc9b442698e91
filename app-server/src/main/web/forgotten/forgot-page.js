// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { send } from '../api/request.js';
import { follow } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { card } from '../signin/card.js';
import { t } from '../text/text.js';

/** For who has forgotten their password. The answer is the same whether there is such an account or not. */
class ForgotPage extends Piece {
  static properties = { told: { state: true } };

  constructor() {
    super();
    this.told = false;
    this.attempt = new Attempt(this);
  }

  /** @override */
  render() {
    const ways = html`<p class="hint">
      <a href="/reset" @click=${follow}>${t('forgot.code')}</a>
      <a href="/sign-in" @click=${follow}>${t('forgot.back')}</a>
    </p>`;
    if (this.told) {
      return card(t('forgot.heading'), html`<p class="note" role="status">${t('forgot.told')}</p>${ways}`);
    }
    return card(
      t('forgot.heading'),
      html`<p class="centred">${t('forgot.text')}</p>
        <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
          ${field({ id: 'username', label: t('signin.username'), autocomplete: 'username', plain: true })}
          ${this.attempt.alert()} ${this.attempt.button(t('forgot.submit'))}
        </form>
        ${ways}`
    );
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const { username } = entered(event);
    await this.attempt.run(async () => {
      await send('POST', '/api/v1/auth/forgot-password', { json: { username } });
      this.told = true;
    });
  }
}

customElements.define('homekeep-forgot', ForgotPage);
