// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { askJson, exchange } from '../api/request.js';
import { copyable } from '../kit/copy.js';
import { sayProblem } from '../kit/failure.js';
import { ago, day } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';
import { loadRoles, roleChoice, roles } from './roles.js';

/**
 * @typedef {{id: string, username: string, display_name: string, message: string | null, address: string, created_at: string, taken: boolean}} Registration
 * @typedef {{id: string, user_id: string, user: string, display_name: string, address: string, created_at: string}} ResetRequest
 */

/** Who would like an account, and who has forgotten their password. */
class Requests extends Piece {
  static properties = { code: { state: true } };

  constructor() {
    super();
    /** @type {Listing<Registration>} */
    this.registrations = new Listing(this, '/api/v1/registrations');
    /** @type {Listing<ResetRequest>} */
    this.resets = new Listing(this, '/api/v1/reset-requests');
    /** A code for a new password, shown once. @type {{username: string, code: string, expires_at: string} | null} */
    this.code = null;
    this.drawnFrom(roles);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    loadRoles().catch(() => {});
  }

  /** @override */
  render() {
    return html`
      <section class="card" aria-labelledby="registrations-heading">
        <h2 id="registrations-heading">${t('requests.accounts')}</h2>
        ${this.registrations.draw(
          (each) => this.#registration(each),
          () => html`<p class="muted">${t('requests.accounts.none')}</p>`
        )}
      </section>
      <section class="card" aria-labelledby="resets-heading">
        <h2 id="resets-heading">${t('requests.resets')}</h2>
        ${this.code === null
          ? nothing
          : html`<div class="note once" role="status">
              <p><strong>${t('requests.code', { name: this.code.username })}</strong></p>
              ${copyable('reset-code', this.code.code, t('person.code'))}
              <p class="muted">${t('person.code.use', { day: day(this.code.expires_at) })}</p>
            </div>`}
        ${this.resets.draw(
          (each) => this.#reset(each),
          () => html`<p class="muted">${t('requests.resets.none')}</p>`
        )}
      </section>
    `;
  }

  /** @param {Registration} each */
  #registration(each) {
    const name = each.display_name || each.username;
    return html`<li class="row request" data-registration=${each.id}>
      <form class="row-form" @submit=${(/** @type {SubmitEvent} */ event) => this.#accept(event, each)}>
        <div class="row-what">
          <p class="row-name"><bdi>${name}</bdi></p>
          <p class="muted">${each.username} · ${each.address} · ${ago(each.created_at)}</p>
          ${each.message === null ? nothing : html`<p class="quote">${each.message}</p>`}
          ${each.taken ? html`<p class="field-problem">${t('requests.taken')}</p>` : nothing}
        </div>
        ${each.taken ? nothing : roleChoice('user', `role-${each.id}`)}
        <div class="actions">
          <button type="button" class="button small" aria-label=${t('requests.deny.label', { name })} @click=${() => this.#deny(each)}>${t('requests.deny')}</button>
          ${each.taken ? nothing : html`<button class="button primary small" aria-label=${t('requests.accept.label', { name })}>${t('requests.accept')}</button>`}
        </div>
      </form>
    </li>`;
  }

  /** @param {ResetRequest} each */
  #reset(each) {
    const name = each.display_name || each.user;
    return html`<li class="row" data-reset=${each.id}>
      <div class="row-what">
        <p class="row-name"><bdi>${name}</bdi></p>
        <p class="muted">${each.user} · ${each.address} · ${ago(each.created_at)}</p>
      </div>
      <button type="button" class="button small" aria-label=${t('requests.dismiss.label', { name })} @click=${() => this.#dismiss(each)}>${t('requests.dismiss')}</button>
      <button type="button" class="button primary small" aria-label=${t('requests.make-code.label', { name })} @click=${() => this.#makeCode(each)}>${t('requests.make-code')}</button>
    </li>`;
  }

  /**
   * @param {SubmitEvent} event
   * @param {Registration} each
   */
  #accept(event, each) {
    event.preventDefault();
    const role = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('role');
    return this.#do(async () => {
      await exchange('POST', `/api/v1/registrations/${encodeURIComponent(each.id)}/accept`, { json: { role } });
      say(t('requests.accepted', { name: each.display_name || each.username }));
    });
  }

  /** @param {Registration} each */
  #deny(each) {
    return this.#do(async () => {
      await exchange('DELETE', `/api/v1/registrations/${encodeURIComponent(each.id)}`);
      say(t('requests.denied', { name: each.display_name || each.username }));
    });
  }

  /** @param {ResetRequest} each */
  #dismiss(each) {
    return this.#do(() => exchange('DELETE', `/api/v1/reset-requests/${encodeURIComponent(each.id)}`));
  }

  /** @param {ResetRequest} each */
  #makeCode(each) {
    return this.#do(async () => (this.code = await askJson('POST', `/api/v1/users/${encodeURIComponent(each.user_id)}/reset-password`, undefined)));
  }

  /** @param {() => Promise<unknown>} work */
  async #do(work) {
    try {
      await work();
    } catch (problem) {
      sayProblem(problem);
    }
    await Promise.all([this.registrations.load(), this.resets.load()]);
  }
}

customElements.define('homekeep-requests', Requests);
