// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { sentenceOf } from '../kit/failure.js';
import { languageSwitch } from '../kit/language-switch.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { session, signOut } from '../session/session.js';
import { t } from '../text/text.js';
import './my-sessions.js';

/** One's own account: where it is signed in, the language, the way out. */
class AccountPage extends Piece {
  constructor() {
    super();
    this.drawnFrom(session);
  }

  /** @override */
  firstUpdated() {
    this.querySelector('h1')?.focus({ preventScroll: true });
  }

  /** @override */
  render() {
    const state = session.value;
    const user = state.kind === 'signed-in' ? state.me.user : { username: '', display_name: '' };
    const name = user.display_name || user.username;
    return html`
      <div class="account-head">
        <span class="avatar" aria-hidden="true">${[...name][0]?.toUpperCase() ?? ''}</span>
        <div class="account-who">
          <h1 tabindex="-1">${name}</h1>
          <p class="muted">${name === user.username ? t('account.signed-in') : user.username}</p>
        </div>
        <button type="button" class="button" id="sign-out" @click=${this.#signOut}>${t('account.sign-out')}</button>
      </div>
      <homekeep-my-sessions></homekeep-my-sessions>
      <section class="card" aria-labelledby="language-heading">
        <h2 id="language-heading">${t('account.language')}</h2>
        ${languageSwitch()}
      </section>
    `;
  }

  async #signOut() {
    try {
      await signOut();
    } catch (problem) {
      say(sentenceOf(problem));
    }
  }
}

customElements.define('homekeep-account', AccountPage);
