// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { connected } from '../api/connection.js';
import { sentenceOf } from '../kit/failure.js';
import { percent, size } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { counted, t } from '../text/text.js';
import { uploads } from './uploads.js';

/** So many rows are listed; what went wrong and what runs comes first. */
const LISTED = 60;
const ORDER = { failed: 0, sending: 1, waiting: 2, cancelled: 3, done: 4 };

/** What is on its way, how far it is, and whether all of it has arrived. */
class UploadTray extends Piece {
  static properties = { open: { state: true } };

  constructor() {
    super();
    this.open = true;
    this.drawnFrom(uploads.changed, connected);
  }

  /** @override */
  updated() {
    // The page's end stays reachable above the tray.
    document.body.classList.toggle('has-tray', uploads.all.length > 0);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    document.body.classList.remove('has-tray');
  }

  /** @override */
  render() {
    if (uploads.all.length === 0) {
      return nothing;
    }
    const { finished } = uploads;
    const failed = uploads.count('failed');
    const look = finished ? (failed > 0 ? 'some-failed' : 'all-arrived') : '';
    return html`<section class="tray ${look}" aria-label=${t('tray.label')} data-finished=${finished ? 'yes' : 'no'}>
      <div class="tray-head">
        <span class="tray-sign">${icon(finished ? (failed > 0 ? 'alert' : 'check') : 'upload')}</span>
        <div class="tray-what">
          <p class="tray-title" role="status">${this.#headline(finished, failed)}</p>
          ${finished ? nothing : html`<p class="muted">${this.#below()}</p>`}
        </div>
        <button type="button" class="icon-button" aria-expanded=${this.open ? 'true' : 'false'} aria-label=${t('tray.details')} title=${t('tray.details')}
          @click=${() => (this.open = !this.open)}>${icon(this.open ? 'down' : 'up')}</button>
        ${finished
          ? html`<button type="button" class="icon-button" aria-label=${t('tray.close')} title=${t('tray.close')} @click=${() => uploads.clear()}>${icon('close')}</button>`
          : nothing}
      </div>
      ${finished ? nothing : html`<progress max="1" .value=${uploads.progress} aria-label=${t('tray.label')}></progress>`}
      ${this.open ? this.#list() : nothing}
      ${this.#foot(finished, failed)}
    </section>`;
  }

  /**
   * @param {boolean} finished
   * @param {number} failed
   */
  #headline(finished, failed) {
    const done = uploads.count('done');
    if (!finished) {
      return counted('tray.sending.one', 'tray.sending.many', uploads.count('waiting') + uploads.count('sending'));
    }
    if (failed > 0) {
      return `${counted('tray.failed.one', 'tray.failed.many', failed)} ${counted('tray.others.one', 'tray.others.many', done)}`;
    }
    return done === 0 ? t('tray.cancelled') : counted('tray.arrived.one', 'tray.arrived.many', done);
  }

  /**
   * @param {boolean} finished
   * @param {number} failed
   */
  #foot(finished, failed) {
    if (finished && failed > 0) {
      const again = () => uploads.retry(uploads.all.filter((each) => each.state === 'failed'));
      return html`<div class="tray-foot"><button type="button" class="button small" @click=${again}>${t('tray.retry')}</button></div>`;
    }
    if (this.open && !finished && uploads.all.length > 1) {
      return html`<div class="tray-foot"><button type="button" class="button small" @click=${() => uploads.cancelAll()}>${t('tray.cancel-all')}</button></div>`;
    }
    return nothing;
  }

  #below() {
    const counts = t('tray.progress', { done: uploads.count('done'), all: uploads.all.length - uploads.count('cancelled'), percent: percent(uploads.progress) });
    return connected.value ? counts : `${counts} · ${t('tray.paused')}`;
  }

  #list() {
    const listed = uploads.all
      .slice()
      .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.id - b.id)
      .slice(0, LISTED);
    const more = uploads.all.length - listed.length;
    return html`<ul class="tray-list" tabindex="0" aria-label=${t('tray.details')}>
      ${listed.map((each) => this.#row(each))}
      ${more > 0 ? html`<li class="tray-row muted">${counted('tray.more.one', 'tray.more.many', more)}</li>` : nothing}
    </ul>`;
  }

  /** @param {import('./uploads.js').Upload} upload */
  #row(upload) {
    const name = upload.path.slice(upload.path.lastIndexOf('/') + 1);
    const running = upload.state === 'sending' || upload.state === 'waiting';
    return html`<li class="tray-row ${upload.state}" data-state=${upload.state}>
      <div class="tray-file">
        <p class="tray-name" title=${name}><bdi>${name}</bdi></p>
        <p class="muted">${this.#state(upload)}</p>
      </div>
      ${running
        ? html`<button type="button" class="icon-button" aria-label=${t('tray.cancel', { name })} title=${t('tray.cancel', { name })} @click=${() => uploads.cancel(upload)}>${icon('close')}</button>`
        : upload.state === 'done'
          ? html`<span class="tray-done">${icon('check')}</span>`
          : html`<button type="button" class="icon-button" aria-label=${t('tray.again', { name })} title=${t('tray.again', { name })} @click=${() => uploads.retry([upload])}>${icon('retry')}</button>`}
    </li>`;
  }

  /** @param {import('./uploads.js').Upload} upload */
  #state(upload) {
    switch (upload.state) {
      case 'sending':
        return t('tray.state.sending', { sent: size(Math.min(upload.sent, upload.file.size)), size: size(upload.file.size) });
      case 'waiting':
        return t('tray.state.waiting');
      case 'done':
        return upload.keptAs === '' ? t('tray.state.done', { size: size(upload.file.size) }) : t('tray.state.kept-as', { name: upload.keptAs });
      case 'cancelled':
        return t('tray.state.cancelled');
      default:
        return sentenceOf(upload.problem);
    }
  }
}

customElements.define('homekeep-upload-tray', UploadTray);
