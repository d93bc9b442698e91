// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { exchange } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import '../kit/password-field.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';
import { roleChoice, roles } from './roles.js';

/** Makes an account with a password, by hand. Says `made`, and `done`. */
class AddPerson extends Piece {
  constructor() {
    super();
    this.attempt = new Attempt(this);
    this.drawnFrom(roles);
  }

  /** @override */
  firstUpdated() {
    /** @type {HTMLInputElement | null} */ (this.querySelector('#add-username'))?.focus();
  }

  /** @override */
  render() {
    const taken = this.attempt.code === 'conflict';
    return html`<form class="form inset" @submit=${this.#submit}>
      <h3>${t('people.add')}</h3>
      ${field({
        id: 'add-username',
        label: t('people.username'),
        hint: t('invite.choose-name.hint'),
        plain: true,
        problem: taken ? t('invite.taken') : this.attempt.field('username'),
      })}
      ${field({ id: 'add-name', label: t('profile.name'), optional: true, problem: this.attempt.field('display_name') })}
      ${roleChoice('user', 'add-role')}
      <homekeep-password fresh field="add-password" .problem=${this.attempt.field('password')}></homekeep-password>
      ${this.attempt.alert({ conflict: 'problem.fields' })}
      <div class="actions">
        <button type="button" class="button" @click=${this.#done}>${t('confirm.cancel')}</button>
        <button class="button primary" type="submit" ?disabled=${this.attempt.held}>${t('people.add.make')}</button>
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const values = entered(event);
    const name = values['add-name'].trim();
    const json = { username: values['add-username'], role: values.role, password: values['add-password'], ...(name === '' ? {} : { display_name: name }) };
    if (await this.attempt.run(() => exchange('POST', '/api/v1/users', { json }))) {
      say(t('people.added', { name: name || json.username }));
      this.dispatchEvent(new CustomEvent('made'));
      this.#done();
    }
  }

  #done() {
    this.dispatchEvent(new CustomEvent('done'));
  }
}

customElements.define('homekeep-add-person', AddPerson);
