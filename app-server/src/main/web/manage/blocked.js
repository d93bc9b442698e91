// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { exchange } from '../api/request.js';
import { sayProblem } from '../kit/failure.js';
import { moment, number } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { counted, t } from '../text/text.js';

/** @typedef {{id: string, kind: string, user: string | null, address: string | null, count: number, since: string, until: string | null}} Block */

/** @type {Record<string, import('../text/text.js').TextKey>} */
const KINDS = { guesses: 'blocked.guesses', account: 'blocked.account', rate: 'blocked.rate', address: 'blocked.address' };

/** Who is kept waiting or out, with a way to let them in. */
class Blocked extends Piece {
  constructor() {
    super();
    /** @type {Listing<Block>} */
    this.blocks = new Listing(this, '/api/v1/blocks');
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="blocked-heading">
      <h2 id="blocked-heading">${t('manage.blocked')}</h2>
      <p class="muted">${t('blocked.hint')}</p>
      ${this.blocks.draw(
        (each) => this.#block(each),
        () => html`<p class="muted">${t('blocked.none')}</p>`
      )}
    </section>`;
  }

  /** @param {Block} each */
  #block(each) {
    const who = [each.user, each.address].filter((part) => part !== null).join(' · ');
    const key = KINDS[each.kind];
    return html`<li class="row" data-block=${each.id}>
      <span class="tile">${icon('alert')}</span>
      <div class="row-what">
        <p class="row-name"><bdi>${who}</bdi></p>
        <p class="muted">
          ${key === undefined ? each.kind : t(key)}${each.count > 0 ? html` · ${counted('blocked.times.one', 'blocked.times.many', each.count, { n: number(each.count) })}` : nothing} ·
          ${each.until === null ? t('keys.for-ever') : t('blocked.until', { time: moment(each.until) })}
        </p>
      </div>
      <button type="button" class="button small" aria-label=${t('blocked.unblock.label', { who })} @click=${() => this.#unblock(each)}>${t('blocked.unblock')}</button>
    </li>`;
  }

  /** @param {Block} each */
  async #unblock(each) {
    try {
      await exchange('DELETE', `/api/v1/blocks/${encodeURIComponent(each.id)}`);
      say(t('blocked.unblocked'));
    } catch (problem) {
      sayProblem(problem);
    }
    await this.blocks.load();
  }
}

customElements.define('homekeep-blocked', Blocked);
