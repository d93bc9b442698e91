// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { eventName } from '../audit/words.js';
import { entered, field } from '../kit/field.js';
import { moment } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';

/** @typedef {import('../account/my-activity.js').AuditEvent} AuditEvent */

const PATH = '/api/v1/audit';

/** What has happened on this server, the newest first. */
class AuditList extends Piece {
  constructor() {
    super();
    /** @type {Listing<AuditEvent>} */
    this.events = new Listing(this, PATH);
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="audit-heading">
      <h2 id="audit-heading">${t('manage.audit')}</h2>
      <form class="filters" role="search" @submit=${this.#filter}>
        ${field({ id: 'text', label: t('audit.text'), optional: true })} ${field({ id: 'actor', label: t('audit.actor'), optional: true, plain: true })}
        <button class="button">${t('audit.search')}</button>
      </form>
      ${this.events.draw(
        (each) => this.#event(each),
        () => html`<p class="muted">${t('audit.none')}</p>`
      )}
    </section>`;
  }

  /** @param {AuditEvent} each */
  #event(each) {
    return html`<li class="row">
      <div class="row-what">
        <p class="row-name">
          ${eventName(each.event)}${each.target === null ? nothing : html`: <bdi>${each.target}</bdi>`}${each.outcome === 'SUCCESS'
            ? nothing
            : html` <span class="badge warn">${t('audit.refused')}</span>`}
        </p>
        <p class="muted"><bdi>${each.actor}</bdi> · ${moment(each.at)} · ${each.address}</p>
        ${each.detail === null ? nothing : html`<p class="muted">${each.detail}</p>`}
      </div>
    </li>`;
  }

  /** @param {SubmitEvent} event */
  #filter(event) {
    event.preventDefault();
    const chosen = Object.entries(entered(event)).filter(([, value]) => value.trim() !== '');
    const query = new URLSearchParams(chosen).toString();
    this.events.load(query === '' ? PATH : `${PATH}?${query}`);
  }
}

customElements.define('homekeep-audit', AuditList);
