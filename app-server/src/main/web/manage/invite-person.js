// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { askJson } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';
import { linkToGive } from './handed-over.js';
import { roleChoice, roles } from './roles.js';

const DAY_MS = 86_400_000;
/** @type {[number, import('../text/text.js').TextKey][]} */
const LIFETIMES = [
  [7, 'people.days.week'],
  [1, 'people.days.day'],
  [30, 'people.days.month'],
];

/** Makes an invite. Says `made`, and `done` when its link has been handed on. */
class InvitePerson extends Piece {
  static properties = { made: { state: true } };

  constructor() {
    super();
    /** @type {{url: string, expires_at: string} | null} */
    this.made = null;
    this.attempt = new Attempt(this);
    this.drawnFrom(roles);
  }

  /** @override */
  firstUpdated() {
    /** @type {HTMLInputElement | null} */ (this.querySelector('#invite-name'))?.focus();
  }

  /** @override */
  render() {
    if (this.made !== null) {
      return html`${linkToGive(this.made, t('people.invited'))}
        <div class="actions"><button type="button" class="button" @click=${this.#done}>${t('give.done')}</button></div>`;
    }
    return html`<form class="form inset" @submit=${this.#submit}>
      <h3>${t('people.invite')}</h3>
      ${field({ id: 'invite-name', label: t('people.for'), hint: t('people.for.hint'), optional: true, problem: this.attempt.field('name') })}
      ${roleChoice('user', 'invite-role')}
      <div class="field">
        <label for="invite-days">${t('people.days')}</label>
        <select id="invite-days" name="days">${LIFETIMES.map(([days, text]) => html`<option value=${days}>${t(text)}</option>`)}</select>
      </div>
      ${this.attempt.alert()}
      <div class="actions">
        <button type="button" class="button" @click=${this.#done}>${t('confirm.cancel')}</button>
        <button class="button primary" type="submit" ?disabled=${this.attempt.held}>${t('people.invite.make')}</button>
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const values = entered(event);
    const name = values['invite-name'].trim();
    const expires = new Date(Date.now() + Number(values.days) * DAY_MS).toISOString();
    await this.attempt.run(async () => {
      this.made = await askJson('POST', '/api/v1/invites', { role: values.role, expires_at: expires, ...(name === '' ? {} : { name }) });
      this.dispatchEvent(new CustomEvent('made'));
    });
  }

  #done() {
    this.dispatchEvent(new CustomEvent('done'));
  }
}

customElements.define('homekeep-invite-person', InvitePerson);
