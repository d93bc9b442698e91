// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { ApiProblem } from '../api/problem.js';
import { exchange } from '../api/request.js';
import { deviceIcon } from '../kit/device-icon.js';
import { sayProblem } from '../kit/failure.js';
import { ago } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';

/** @typedef {{id: string, user: string, device: string, browser: string, address: string, last_seen_at: string}} Session */

const PATH = '/api/v1/sessions';

/** Everybody's sessions; each can be ended from here. */
class AllSessions extends Piece {
  constructor() {
    super();
    /** @type {Listing<Session>} */
    this.sessions = new Listing(this, PATH);
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="all-sessions-heading">
      <h2 id="all-sessions-heading">${t('manage.sessions')}</h2>
      <p class="muted">${t('all-sessions.hint')}</p>
      ${this.sessions.draw(
        (each) => this.#session(each),
        () => html`<p class="muted">${t('all-sessions.none')}</p>`
      )}
    </section>`;
  }

  /** @param {Session} each */
  #session(each) {
    return html`<li class="row" data-session=${each.id}>
      <span class="tile">${deviceIcon(each.device)}</span>
      <div class="row-what">
        <p class="row-name"><bdi>${each.user}</bdi> · <bdi>${each.device}</bdi></p>
        <p class="muted">${each.browser} · ${each.address} · ${t('sessions.seen', { ago: ago(each.last_seen_at) })}</p>
      </div>
      <button type="button" class="button small" aria-label=${t('sessions.end.label', { device: `${each.user}, ${each.device}` })} @click=${() => this.#end(each)}>
        ${t('sessions.end')}
      </button>
    </li>`;
  }

  /** @param {Session} each */
  async #end(each) {
    const done = t('sessions.ended', { device: `${each.user}, ${each.device}` });
    try {
      await exchange('DELETE', `${PATH}/${encodeURIComponent(each.id)}`);
      say(done);
    } catch (problem) {
      // Gone already is what was wanted.
      if (problem instanceof ApiProblem && problem.code === 'not_found') {
        say(done);
      } else {
        sayProblem(problem);
      }
    }
    await this.sessions.load();
  }
}

customElements.define('homekeep-all-sessions', AllSessions);
