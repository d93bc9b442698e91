// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { follow, place } from '../app/router.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';
import './all-sessions.js';
import './approvals.js';
import './audit-list.js';
import './blocked.js';
import './people.js';
import './person.js';
import './requests.js';
import './spaces.js';

/** The parts of it, and what one must be allowed to see each. @type {[string, import('../text/text.js').TextKey, string][]} */
const PARTS = [
  ['people', 'manage.people', 'user:manage'],
  ['requests', 'manage.requests', 'user:manage'],
  ['spaces', 'manage.spaces', 'space:manage'],
  ['sessions', 'manage.sessions', 'session:manage'],
  ['approvals', 'manage.approvals', 'session:manage'],
  ['blocked', 'manage.blocked', 'session:manage'],
  ['audit', 'manage.audit', 'audit:read'],
];

/** Other people's accounts and sessions, for those who may. */
class ManagePage extends Piece {
  constructor() {
    super();
    this.drawnFrom(session, place);
  }

  /** @override */
  firstUpdated() {
    this.querySelector('h1')?.focus({ preventScroll: true });
  }

  /** @override */
  render() {
    const state = session.value;
    const to = place.value;
    if (state.kind !== 'signed-in' || to.page !== 'manage') {
      return nothing;
    }
    const { user, permissions } = state.me;
    if (!user.totp) {
      return this.#first();
    }
    const parts = PARTS.filter(([, , permission]) => permissions.includes(permission));
    const allowed = parts.some(([part]) => part === to.part);
    return html`
      <h1 tabindex="-1">${t('app.manage')}</h1>
      <nav class="tabs" aria-label=${t('app.manage')}>
        ${parts.map(([part, text]) => html`<a href="/manage/${part}" class="tab" aria-current=${part === to.part ? 'page' : nothing} @click=${follow}>${t(text)}</a>`)}
      </nav>
      ${allowed ? this.#part(to.part, to.id) : this.#nothingHere()}
    `;
  }

  /**
   * @param {string} part
   * @param {string} id
   */
  #part(part, id) {
    switch (part) {
      case 'people':
        return id === '' ? html`<homekeep-people></homekeep-people>` : html`<homekeep-person .user=${id}></homekeep-person>`;
      case 'requests':
        return html`<homekeep-requests></homekeep-requests>`;
      case 'spaces':
        return html`<homekeep-spaces></homekeep-spaces>`;
      case 'sessions':
        return html`<homekeep-all-sessions></homekeep-all-sessions>`;
      case 'approvals':
        return html`<homekeep-approvals></homekeep-approvals>`;
      case 'blocked':
        return html`<homekeep-blocked></homekeep-blocked>`;
      default:
        return html`<homekeep-audit></homekeep-audit>`;
    }
  }

  #nothingHere() {
    return html`<div class="empty">${icon('alert')}<p>${t('problem.forbidden')}</p></div>`;
  }

  /** Who can change other people's accounts is worth more to a thief, so a password alone is not enough. */
  #first() {
    return html`<div class="empty">
      ${icon('shield')}
      <h1 tabindex="-1">${t('manage.first.title')}</h1>
      <p>${t('manage.first.text')}</p>
      <a class="button primary" href="/account" @click=${follow}>${t('manage.first.go')}</a>
    </div>`;
  }
}

customElements.define('homekeep-manage', ManagePage);
