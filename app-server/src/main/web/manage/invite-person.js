// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { askJson } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';
import { linkToGive } from './handed-over.js';
import { levelOptions, rightsOf, sharedSpaces } from './levels.js';
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
  static properties = { made: { state: true }, spaces: { state: true } };

  constructor() {
    super();
    /** @type {{url: string, expires_at: string} | null} */
    this.made = null;
    /** What can come with it. @type {import('./levels.js').SharedSpace[]} */
    this.spaces = [];
    this.attempt = new Attempt(this);
    this.drawnFrom(roles);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    if (session.value.kind === 'signed-in' && session.value.me.permissions.includes('space:manage')) {
      // An invite is good without them too.
      sharedSpaces().then(
        (spaces) => (this.spaces = spaces),
        () => {}
      );
    }
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
      ${this.spaces.length === 0
        ? nothing
        : html`<fieldset>
            <legend>${t('people.spaces')}</legend>
            ${this.spaces.map(
              (space) => html`<div class="field">
                <label for="grant-${space.id}"><bdi>${space.name}</bdi></label>
                <select id="grant-${space.id}" name="grant-${space.id}">
                  <option value="">${t('level.none')}</option>
                  ${levelOptions('none')}
                </select>
              </div>`
            )}
          </fieldset>`}
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
    const spaces = this.spaces
      .filter((space) => values[`grant-${space.id}`])
      .map((space) => ({ space: space.id, permissions: rightsOf(values[`grant-${space.id}`]) }));
    await this.attempt.run(async () => {
      this.made = await askJson('POST', '/api/v1/invites', { role: values.role, spaces, expires_at: expires, ...(name === '' ? {} : { name }) });
      this.dispatchEvent(new CustomEvent('made'));
    });
  }

  #done() {
    this.dispatchEvent(new CustomEvent('done'));
  }
}

customElements.define('homekeep-invite-person', InvitePerson);
