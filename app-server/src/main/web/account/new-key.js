// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { askJson } from '../api/request.js';
import { Attempt } from '../kit/attempt.js';
import { field } from '../kit/field.js';
import { Piece } from '../kit/piece.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';

/** What a key may do at most. @type {[string, import('../text/text.js').TextKey][]} */
const PERMISSIONS = [
  ['file:read', 'permission.read'],
  ['file:upload', 'permission.upload'],
  ['file:organize', 'permission.organize'],
  ['file:delete_own', 'permission.delete'],
];
/** Days; 0 for ever. @type {[number, import('../text/text.js').TextKey][]} */
const LIFETIMES = [
  [90, 'keys.days.ninety'],
  [30, 'keys.days.thirty'],
  [365, 'keys.days.year'],
  [0, 'keys.for-ever'],
];
const DAY_MS = 86_400_000;

/** Makes an API key. Says `made` with it, or `cancelled`. */
class NewKey extends Piece {
  constructor() {
    super();
    this.attempt = new Attempt(this);
  }

  /** @override */
  firstUpdated() {
    /** @type {HTMLInputElement | null} */ (this.querySelector('#key-name'))?.focus();
  }

  /** @override */
  render() {
    const mine = session.value.kind === 'signed-in' ? session.value.me.permissions : [];
    const missing = this.attempt.field('permissions');
    return html`<form class="form" @submit=${this.#submit}>
      ${field({ id: 'key-name', label: t('keys.name'), hint: t('keys.name.hint'), problem: this.attempt.field('name') })}
      <fieldset>
        <legend>${t('keys.may')}</legend>
        ${PERMISSIONS.filter(([permission]) => mine.includes(permission)).map(
          ([permission, text]) =>
            html`<label class="check"><input type="checkbox" name="permission" value=${permission} ?checked=${permission === 'file:read'}><span>${t(text)}</span></label>`
        )}
        ${missing === '' ? '' : html`<p class="field-problem">${missing}</p>`}
      </fieldset>
      <div class="field">
        <label for="key-days">${t('keys.lifetime')}</label>
        <select id="key-days" name="days">${LIFETIMES.map(([days, text]) => html`<option value=${days}>${t(text)}</option>`)}</select>
      </div>
      ${this.attempt.alert()}
      <div class="actions">
        <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('cancelled'))}>${t('confirm.cancel')}</button>
        <button class="button primary" type="submit" ?disabled=${this.attempt.held}>${t('keys.make')}</button>
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const days = Number(data.get('days'));
    const json = {
      name: String(data.get('key-name')),
      permissions: data.getAll('permission').map(String),
      ...(days > 0 ? { expires_at: new Date(Date.now() + days * DAY_MS).toISOString() } : {}),
    };
    await this.attempt.run(async () => this.dispatchEvent(new CustomEvent('made', { detail: await askJson('POST', '/api/v1/api-keys', json) })));
  }
}

customElements.define('homekeep-new-key', NewKey);
