// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { exchange } from '../api/request.js';
import '../kit/confirm.js';
import { copyable } from '../kit/copy.js';
import { sayProblem } from '../kit/failure.js';
import { ago, day } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';
import './new-key.js';

/**
 * @typedef {object} ApiKey
 * @property {string} id
 * @property {string} name
 * @property {string[]} permissions
 * @property {string} created_at
 * @property {string | null} expires_at
 * @property {string | null} last_used_at
 * @property {string | null} last_used_address
 * @property {boolean} rotation_due
 */

const PATH = '/api/v1/api-keys';

/** Keys with which scripts act for one. */
class MyKeys extends Piece {
  static properties = { making: { state: true }, made: { state: true }, asked: { state: true } };

  constructor() {
    super();
    /** @type {Listing<ApiKey>} */
    this.keys = new Listing(this, PATH);
    this.making = false;
    /** A new one, as it is shown once. @type {{name: string, key: string} | null} */
    this.made = null;
    /** The one that may be revoked. @type {ApiKey | null} */
    this.asked = null;
  }

  /** @override */
  render() {
    return html`<section class="card" id="api-keys" aria-labelledby="keys-heading">
      <h2 id="keys-heading">${t('keys.heading')}</h2>
      <p class="muted">${t('keys.hint')}</p>
      ${this.made === null ? nothing : this.#made(this.made)}
      ${this.keys.draw(
        (each) => this.#key(each),
        () => html`<p class="muted">${t('keys.none')}</p>`
      )}
      ${this.making
        ? html`<homekeep-new-key @made=${this.#keep} @cancelled=${() => (this.making = false)}></homekeep-new-key>`
        : html`<button type="button" class="button" id="new-key" @click=${() => (this.making = true)}>${icon('plus')}${t('keys.new')}</button>`}
      <homekeep-confirm
        .heading=${t('keys.revoke.title', { name: this.asked?.name ?? '' })} .text=${t('keys.revoke.text')} .action=${t('keys.revoke')}
        @confirmed=${this.#revoke}></homekeep-confirm>
    </section>`;
  }

  /** @param {{name: string, key: string}} made */
  #made({ name, key }) {
    return html`<div class="note once" role="status">
      <p><strong>${t('keys.made', { name })}</strong></p>
      ${copyable('made-key', key, t('keys.made', { name }))}
      <p class="muted">${t('keys.made.use')}</p>
      <code class="muted">Authorization: Bearer hk_…</code>
      <div class="actions"><button type="button" class="button small" @click=${() => (this.made = null)}>${t('keys.made.done')}</button></div>
    </div>`;
  }

  /** @param {ApiKey} each */
  #key(each) {
    const used =
      each.last_used_at === null ? t('keys.never') : t('keys.used', { ago: ago(each.last_used_at), address: each.last_used_address ?? '' });
    return html`<li class="row" data-key=${each.id}>
      <span class="tile">${icon('key')}</span>
      <div class="row-what">
        <p class="row-name"><bdi>${each.name}</bdi>${each.rotation_due ? html` <span class="badge warn">${t('keys.old')}</span>` : nothing}</p>
        <p class="muted">${[...each.permissions].sort().join(', ')}</p>
        <p class="muted">${used} · ${each.expires_at === null ? t('keys.for-ever') : t('keys.until', { day: day(each.expires_at) })}</p>
      </div>
      <button type="button" class="button small" aria-label=${t('keys.revoke.label', { name: each.name })} @click=${() => this.#ask(each)}>${t('keys.revoke')}</button>
    </li>`;
  }

  /** @param {CustomEvent<{name: string, key: string}>} event */
  #keep(event) {
    this.made = event.detail;
    this.making = false;
    this.keys.load();
  }

  /** @param {ApiKey} each */
  async #ask(each) {
    this.asked = each;
    await this.updateComplete;
    /** @type {any} */ (this.querySelector('homekeep-confirm')).ask();
  }

  async #revoke() {
    const { id, name } = /** @type {ApiKey} */ (this.asked);
    try {
      await exchange('DELETE', `${PATH}/${encodeURIComponent(id)}`);
      say(t('keys.revoked', { name }));
    } catch (problem) {
      sayProblem(problem);
    }
    await this.keys.load();
  }
}

customElements.define('homekeep-my-keys', MyKeys);
