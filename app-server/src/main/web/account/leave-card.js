// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { exchange } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { end, session } from '../session/session.js';
import { t } from '../text/text.js';

/** Deletes one's own account, after one has typed its name. */
class LeaveCard extends Piece {
  static properties = { wrong: { state: true } };

  constructor() {
    super();
    /** Whether something else was typed. */
    this.wrong = false;
    this.attempt = new Attempt(this);
    this.drawnFrom(session);
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="leave-heading">
      <h2 id="leave-heading">${t('leave.heading')}</h2>
      <p class="muted">${t('leave.text')}</p>
      <button type="button" class="button danger-text" id="leave" @click=${() => this.querySelector('dialog')?.showModal()}>${t('leave.button')}</button>
      <dialog class="confirm" aria-labelledby="leave-question">
        <form class="form" @submit=${this.#submit}>
          <h2 id="leave-question">${t('leave.title')}</h2>
          <p>${t('leave.what')}</p>
          ${field({ id: 'leave-name', label: t('leave.type', { name: this.#name() }), plain: true, problem: this.wrong ? t('leave.other') : '' })}
          ${this.attempt.alert()}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.querySelector('dialog')?.close()}>${t('confirm.cancel')}</button>
            <button class="button danger" type="submit" aria-disabled=${this.attempt.held ? 'true' : nothing}>${t('leave.button')}</button>
          </div>
        </form>
      </dialog>
    </section>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.wrong = entered(event)['leave-name'].trim() !== this.#name();
    if (!this.wrong && (await this.attempt.run(() => exchange('DELETE', '/api/v1/account')))) {
      end('deleted');
    }
  }

  #name() {
    return session.value.kind === 'signed-in' ? session.value.me.user.username : '';
  }
}

customElements.define('homekeep-leave', LeaveCard);
