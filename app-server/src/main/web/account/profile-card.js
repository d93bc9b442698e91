// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { exchange } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { learnAgain, session } from '../session/session.js';
import { t } from '../text/text.js';

/** How one is called on screen. */
class ProfileCard extends Piece {
  constructor() {
    super();
    this.attempt = new Attempt(this);
    this.drawnFrom(session);
  }

  /** @override */
  render() {
    const state = session.value;
    const name = state.kind === 'signed-in' ? state.me.user.display_name : '';
    return html`<section class="card" aria-labelledby="profile-heading">
      <h2 id="profile-heading">${t('profile.heading')}</h2>
      <form class="form" id="profile" @submit=${this.#submit}>
        ${field({ id: 'display_name', label: t('profile.name'), value: name, autocomplete: 'name', problem: this.attempt.field('display_name') })}
        ${this.attempt.alert()}
        <div class="actions"><button class="button" type="submit" ?disabled=${this.attempt.held}>${t('profile.save')}</button></div>
      </form>
    </section>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const { display_name } = entered(event);
    const saved = await this.attempt.run(async () => {
      await exchange('PUT', '/api/v1/account/profile', { json: { display_name } });
      await learnAgain();
    });
    if (saved) {
      say(t('profile.saved'));
    }
  }
}

customElements.define('homekeep-profile', ProfileCard);
