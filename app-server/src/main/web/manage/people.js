// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { follow } from '../app/router.js';
import { ago } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { roleName } from '../kit/roles.js';
import { t } from '../text/text.js';
import './add-person.js';
import './invite-person.js';
import './invites.js';
import { loadRoles, roles } from './roles.js';

/**
 * @typedef {object} User
 * @property {string} id
 * @property {string} username
 * @property {string} display_name
 * @property {string} role
 * @property {'invited' | 'active' | 'blocked' | 'deactivated'} state
 * @property {boolean} blocked
 * @property {boolean} totp
 * @property {boolean} require_totp
 * @property {boolean} approve_devices
 * @property {string} created_at
 * @property {string | null} last_seen_at
 */

/** @type {Record<string, import('../text/text.js').TextKey>} */
const STATES = { invited: 'people.state.invited', blocked: 'people.state.blocked', deactivated: 'people.state.deactivated' };

/** What is worth saying about an account's state. @param {User} user */
export function stateBadge(user) {
  return user.state === 'active' ? nothing : html` <span class="badge warn">${t(STATES[user.state])}</span>`;
}

/** Everybody who has an account, and the ways to make more. */
class People extends Piece {
  static properties = { form: { state: true } };

  constructor() {
    super();
    /** @type {Listing<User>} */
    this.people = new Listing(this, '/api/v1/users');
    /** @type {'' | 'invite' | 'add'} */
    this.form = '';
    this.drawnFrom(roles);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    // The list says what is wrong where something is.
    loadRoles().catch(() => {});
  }

  /** @override */
  render() {
    return html`
      <section class="card" aria-labelledby="people-heading">
        <div class="card-head">
          <h2 id="people-heading">${t('manage.people')}</h2>
          <div class="actions">
            <button type="button" class="button primary small" id="invite" @click=${() => (this.form = 'invite')}>${t('people.invite')}</button>
            <button type="button" class="button small" id="add" @click=${() => (this.form = 'add')}>${t('people.add')}</button>
          </div>
        </div>
        ${this.form === 'invite' ? html`<homekeep-invite-person @done=${this.#done} @made=${this.#made}></homekeep-invite-person>` : nothing}
        ${this.form === 'add' ? html`<homekeep-add-person @done=${this.#done} @made=${this.#made}></homekeep-add-person>` : nothing}
        ${this.people.draw(
          (each) => this.#person(each),
          () => nothing
        )}
      </section>
      <homekeep-invites></homekeep-invites>
    `;
  }

  /** @param {User} user */
  #person(user) {
    const name = user.display_name || user.username;
    return html`<li class="row">
      <span class="tile" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>
      <a class="row-what" href="/manage/people/${encodeURIComponent(user.id)}" @click=${follow}>
        <p class="row-name"><bdi>${name}</bdi>${stateBadge(user)}</p>
        <p class="muted">
          ${name === user.username ? nothing : html`${user.username} · `}${roleName(user.role, roles.value)} · ${user.totp ? t('people.totp') : t('people.no-totp')} ·
          ${user.last_seen_at === null ? t('people.never') : t('sessions.seen', { ago: ago(user.last_seen_at) })}
        </p>
      </a>
      ${icon('next')}
    </li>`;
  }

  #done() {
    this.form = '';
  }

  #made() {
    this.people.load();
    /** @type {any} */ (this.querySelector('homekeep-invites'))?.load();
  }
}

customElements.define('homekeep-people', People);
