// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { exchange } from '../api/request.js';
import { deviceIcon } from '../kit/device-icon.js';
import { sayProblem } from '../kit/failure.js';
import { ago, day } from '../kit/format.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';

/**
 * @typedef {object} Device
 * @property {string} id
 * @property {string} name
 * @property {string} browser
 * @property {string} address
 * @property {string} last_seen_at
 * @property {boolean} current
 * @property {string | null} trusted_since since when its browser shows no warning
 */

const PATH = '/api/v1/auth/devices';

/** The devices that the server knows: guesses from elsewhere never keep them out. */
class MyDevices extends Piece {
  constructor() {
    super();
    /** @type {Listing<Device>} */
    this.devices = new Listing(this, PATH);
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="devices-heading">
      <h2 id="devices-heading">${t('devices.heading')}</h2>
      <p class="muted">${t('devices.hint')}</p>
      ${this.devices.draw(
        (each) => this.#device(each),
        () => html`<p class="muted">${t('devices.none')}</p>`
      )}
    </section>`;
  }

  /** @param {Device} each */
  #device(each) {
    return html`<li class="row" data-device=${each.id}>
      <span class="tile">${deviceIcon(each.name)}</span>
      <div class="row-what">
        <p class="row-name"><bdi>${each.name}</bdi>${each.current ? html` <span class="badge">${t('sessions.this')}</span>` : nothing}</p>
        <p class="muted">${each.browser} · ${t('sessions.seen', { ago: ago(each.last_seen_at) })}${each.trusted_since ? html` · ${t('devices.trusted', { day: day(each.trusted_since) })}` : nothing}</p>
      </div>
      <button type="button" class="button small" aria-label=${t('devices.forget.label', { device: each.name })} @click=${() => this.#forget(each)}>${t('devices.forget')}</button>
    </li>`;
  }

  /** @param {Device} each */
  async #forget(each) {
    try {
      await exchange('DELETE', `${PATH}/${encodeURIComponent(each.id)}`);
      say(t('devices.forgotten', { device: each.name }));
    } catch (problem) {
      sayProblem(problem);
    }
    await this.devices.load();
  }
}

customElements.define('homekeep-my-devices', MyDevices);
