// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { ApiProblem } from '../api/problem.js';
import { exchange } from '../api/request.js';
import '../kit/confirm.js';
import { deviceIcon } from '../kit/device-icon.js';
import { sayProblem } from '../kit/failure.js';
import { ago, day } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';

/**
 * @typedef {object} Session
 * @property {string} id
 * @property {string} device
 * @property {string} browser
 * @property {string} address
 * @property {string} created_at
 * @property {string} last_seen_at
 * @property {boolean} current
 */

const PATH = '/api/v1/auth/sessions';
/** The addresses of the computer that the server runs on. */
const LOOPBACK = /^(127\.|::1$|0:0:0:0:0:0:0:1$)/;
/** A session is seen to the minute: younger than this is now. */
const NOW_MS = 150_000;

/** Every browser that is signed in with this account; each can be signed out from here. */
class MySessions extends Piece {
  static properties = { ending: { state: true } };

  constructor() {
    super();
    /** @type {Listing<Session>} */
    this.sessions = new Listing(this, PATH, (items) => items.sort(hereFirst));
    /** The id of the one that is being signed out, or `others`. */
    this.ending = '';
  }

  /** @override */
  render() {
    const all = this.sessions.items ?? [];
    // What lies on later pages counts: one has never that many at hand.
    const others = all.some((each) => !each.current) || this.sessions.next !== null;
    return html`<section class="card" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">${t('sessions.heading')}</h2>
      <p class="muted">${t('sessions.hint')}</p>
      ${this.sessions.draw(
        (each) => this.#session(each),
        () => nothing
      )}
      ${others
        ? html`<button type="button" class="button danger-text" id="sign-out-others" ?disabled=${this.ending !== ''} @click=${this.#ask}>${t('sessions.others')}</button>
            <homekeep-confirm
              .heading=${t('sessions.others.title')} .text=${t('sessions.others.text')} .action=${t('sessions.others')}
              @confirmed=${this.#endOthers}></homekeep-confirm>`
        : nothing}
      ${this.sessions.items !== null && !others ? html`<p class="muted only-here">${t('sessions.only')}</p>` : nothing}
    </section>`;
  }

  /** @param {Session} each */
  #session(each) {
    const now = each.current || Date.now() - Date.parse(each.last_seen_at) < NOW_MS;
    return html`<li class="row session" data-session=${each.id}>
      <span class="tile">${deviceIcon(each.device)}</span>
      <div class="row-what">
        <p class="row-name"><bdi>${each.device}</bdi>${each.current ? html` <span class="badge">${t('sessions.this')}</span>` : nothing}</p>
        <p class="muted">${each.browser} · ${LOOPBACK.test(each.address) ? t('sessions.here') : each.address}</p>
        <p class="muted">${now ? t('sessions.now') : t('sessions.seen', { ago: ago(each.last_seen_at) })} · ${t('sessions.since', { day: day(each.created_at) })}</p>
      </div>
      ${each.current
        ? nothing
        : html`<button type="button" class="button small" ?disabled=${this.ending !== ''} aria-label=${t('sessions.end.label', { device: each.device })} @click=${() => this.#end(each)}>
            ${t('sessions.end')}
          </button>`}
    </li>`;
  }

  #ask() {
    /** @type {any} */ (this.querySelector('homekeep-confirm')).ask();
  }

  /** @param {Session} each */
  async #end(each) {
    await this.#ended(each.id, `${PATH}/${encodeURIComponent(each.id)}`, t('sessions.ended', { device: each.device }));
  }

  async #endOthers() {
    await this.#ended('others', PATH, t('sessions.others.ended'));
  }

  /**
   * @param {string} what
   * @param {string} path
   * @param {string} done
   */
  async #ended(what, path, done) {
    this.ending = what;
    try {
      await exchange('DELETE', path);
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
    this.ending = '';
    await this.updateComplete;
    this.querySelector('h2')?.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {Session} one
 * @param {Session} other
 */
function hereFirst(one, other) {
  return Number(other.current) - Number(one.current) || other.last_seen_at.localeCompare(one.last_seen_at);
}

customElements.define('homekeep-my-sessions', MySessions);
