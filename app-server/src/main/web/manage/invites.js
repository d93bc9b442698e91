// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { exchange } from '../api/request.js';
import { sayProblem } from '../kit/failure.js';
import { day } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { roleName } from '../kit/roles.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';
import { roles } from './roles.js';

/**
 * @typedef {object} Invite
 * @property {string} id
 * @property {string | null} name
 * @property {string | null} username
 * @property {string} role
 * @property {string[]} spaces
 * @property {string} by
 * @property {string} expires_at
 */

/** The invites that nobody has accepted yet. */
class Invites extends Piece {
  constructor() {
    super();
    /** @type {Listing<Invite>} */
    this.invites = new Listing(this, '/api/v1/invites');
    this.drawnFrom(roles);
  }

  load() {
    return this.invites.load();
  }

  /** @override */
  render() {
    if (this.invites.items === null || this.invites.items.length === 0) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="invites-heading">
      <h2 id="invites-heading">${t('invites.heading')}</h2>
      ${this.invites.draw(
        (each) => this.#invite(each),
        () => nothing
      )}
    </section>`;
  }

  /** @param {Invite} each */
  #invite(each) {
    const name = each.name ?? each.username ?? t('invites.anyone');
    return html`<li class="row" data-invite=${each.id}>
      <div class="row-what">
        <p class="row-name"><bdi>${name}</bdi></p>
        <p class="muted">${roleName(each.role, roles.value)} · ${each.spaces.length === 0 ? nothing : html`<bdi>${each.spaces.join(', ')}</bdi> · `}${t('invites.by', { name: each.by })} · ${t('keys.until', { day: day(each.expires_at) })}</p>
      </div>
      <button type="button" class="button small" aria-label=${t('invites.withdraw.label', { name })} @click=${() => this.#withdraw(each)}>${t('invites.withdraw')}</button>
    </li>`;
  }

  /** @param {Invite} each */
  async #withdraw(each) {
    try {
      await exchange('DELETE', `/api/v1/invites/${encodeURIComponent(each.id)}`);
      say(t('invites.withdrawn'));
    } catch (problem) {
      sayProblem(problem);
    }
    await this.load();
  }
}

customElements.define('homekeep-invites', Invites);
