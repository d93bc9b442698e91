// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { eventName } from '../audit/words.js';
import { moment } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';

/**
 * @typedef {object} AuditEvent
 * @property {number} seq
 * @property {string} at
 * @property {string} event
 * @property {string} actor
 * @property {string} address
 * @property {string | null} target
 * @property {string} outcome
 * @property {string | null} detail
 */

/** What the log says that one has done, opened when somebody wants to see it. */
class MyActivity extends Piece {
  static properties = { open: { state: true } };

  constructor() {
    super();
    this.open = false;
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="activity-heading">
      <h2 id="activity-heading">${t('activity.heading')}</h2>
      <p class="muted">${t('activity.hint')}</p>
      ${this.open
        ? html`<homekeep-activity-list></homekeep-activity-list>`
        : html`<button type="button" class="button" id="show-activity" @click=${() => (this.open = true)}>${t('activity.show')}</button>`}
    </section>`;
  }
}

class ActivityList extends Piece {
  constructor() {
    super();
    /** @type {Listing<AuditEvent>} */
    this.events = new Listing(this, '/api/v1/account/activity');
  }

  /** @override */
  render() {
    return this.events.draw(
      (each) => html`<li class="row">
        <div class="row-what">
          <p class="row-name">${eventName(each.event)}${each.outcome === 'SUCCESS' ? nothing : html` <span class="badge warn">${t('audit.refused')}</span>`}</p>
          <p class="muted">${moment(each.at)} · ${each.address}</p>
          ${each.detail === null ? nothing : html`<p class="muted">${each.detail}</p>`}
        </div>
      </li>`,
      () => html`<p class="muted">${t('activity.none')}</p>`
    );
  }
}

customElements.define('homekeep-activity-list', ActivityList);
customElements.define('homekeep-my-activity', MyActivity);
