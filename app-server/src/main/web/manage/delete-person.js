// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { exchange } from '../api/request.js';
import { go } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import { entered } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';

/** What becomes of the files, the least harmful first. @type {[string, import('../text/text.js').TextKey][]} */
const FATES = [
  ['keep', 'person.files.keep'],
  ['move', 'person.files.move'],
  ['remove', 'person.files.remove'],
];

/** Asks what becomes of somebody's files before their account is deleted. */
class DeletePerson extends Piece {
  static properties = { account: {} };

  constructor() {
    super();
    /** @type {import('./people.js').User | null} */
    this.account = null;
    this.attempt = new Attempt(this);
  }

  ask() {
    this.querySelector('dialog')?.showModal();
  }

  /** @override */
  render() {
    return html`<dialog class="confirm" aria-labelledby="delete-heading">
      <form class="form" @submit=${this.#submit}>
        <h2 id="delete-heading">${t('person.delete.title', { name: this.#name() })}</h2>
        <p>${t('person.delete.text')}</p>
        <fieldset>
          <legend>${t('person.files')}</legend>
          ${FATES.map(
            ([fate, text]) => html`<label class="check"><input type="radio" name="files" value=${fate} ?checked=${fate === 'keep'}><span>${t(text)}</span></label>`
          )}
        </fieldset>
        ${this.attempt.alert()}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.querySelector('dialog')?.close()}>${t('confirm.cancel')}</button>
          <button class="button danger" type="submit" aria-disabled=${this.attempt.held ? 'true' : 'false'}>${t('person.delete')}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const { files } = entered(event);
    const path = `/api/v1/users/${encodeURIComponent(this.account?.id ?? '')}?files=${files}`;
    if (await this.attempt.run(() => exchange('DELETE', path))) {
      say(t('person.deleted', { name: this.#name() }));
      go('/manage/people', { replace: true });
    }
  }

  #name() {
    return this.account?.display_name || this.account?.username || '';
  }
}

customElements.define('homekeep-delete-person', DeletePerson);
