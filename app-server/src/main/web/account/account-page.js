// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { sayProblem } from '../kit/failure.js';
import { languageSwitch } from '../kit/language-switch.js';
import { Piece } from '../kit/piece.js';
import { session, signOut } from '../session/session.js';
import { t } from '../text/text.js';
import './leave-card.js';
import './my-activity.js';
import './my-devices.js';
import './my-keys.js';
import './my-sessions.js';
import './password-card.js';
import './profile-card.js';
import './second-factor-card.js';

/** One's own account: who one is, how one signs in and from where, the language, the way out. */
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
    const user = state.kind === 'signed-in' ? state.me.user : { username: '', display_name: '', role: '' };
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
      <homekeep-profile></homekeep-profile>
      <homekeep-my-password></homekeep-my-password>
      <homekeep-second-factor></homekeep-second-factor>
      <homekeep-my-sessions></homekeep-my-sessions>
      <homekeep-my-devices></homekeep-my-devices>
      <homekeep-my-keys></homekeep-my-keys>
      <homekeep-my-activity></homekeep-my-activity>
      <section class="card" aria-labelledby="language-heading">
        <h2 id="language-heading">${t('account.language')}</h2>
        ${languageSwitch()}
      </section>
      ${user.role === 'owner' ? nothing : html`<homekeep-leave></homekeep-leave>`}
    `;
  }

  async #signOut() {
    try {
      await signOut();
    } catch (problem) {
      sayProblem(problem);
    }
  }
}

customElements.define('homekeep-account', AccountPage);
