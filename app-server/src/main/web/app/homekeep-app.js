// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { connected, tryAgain } from '../api/connection.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import '../kit/toasts.js';
import { serverInfo } from '../session/server-info.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';
import '../account/account-page.js';
import '../files/files-page.js';
import '../signin/sign-in-page.js';
import '../uploads/upload-tray.js';
import { returnElsewhere } from './elsewhere.js';
import { filesAddress, follow, place } from './router.js';

/** The whole page: the bar, the page one is on, and what lies above all pages. */
class HomekeepApp extends Piece {
  constructor() {
    super();
    this.drawnFrom(session, place, connected, serverInfo);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.onChange(session, (state) => {
      if (state.kind === 'signed-in' && place.value.page === 'elsewhere') {
        returnElsewhere();
      }
    });
    if (session.value.kind === 'signed-in' && place.value.page === 'elsewhere') {
      returnElsewhere();
    }
  }

  /** @override */
  updated() {
    document.title = `${this.#title()} · ${serverInfo.value.name}`;
  }

  /** @override */
  render() {
    const state = session.value;
    return html`
      ${connected.value
        ? nothing
        : html`<div class="offline-note" role="status">
            ${icon('offline')}<span>${t('offline.note')}</span>
            <button type="button" class="link-button" @click=${tryAgain}>${t('offline.now')}</button>
          </div>`}
      ${state.kind === 'signed-in' ? this.#signedIn() : state.kind === 'signed-out' ? this.#signIn(state.reason) : this.#starting()}
      <homekeep-toasts></homekeep-toasts>
    `;
  }

  /** @param {import('../session/session.js').Reason} reason */
  #signIn(reason) {
    return html`<homekeep-sign-in .reason=${reason} .picture=${this.dataset.icon ?? ''}></homekeep-sign-in>`;
  }

  #starting() {
    return html`
      <div class="bar"><div class="bar-inside"><span class="skeleton skeleton-title"></span></div></div>
      <main class="page" aria-busy="true">
        <p class="visually-hidden" role="status">${t('app.loading')}</p>
        <div class="skeleton skeleton-heading"></div>
        <div class="skeleton skeleton-block"></div>
      </main>
    `;
  }

  #signedIn() {
    const page = place.value.page;
    const link = (/** @type {string} */ address, /** @type {boolean} */ here, /** @type {'folder' | 'person'} */ picture, /** @type {string} */ text) =>
      html`<a class="nav-link" href=${address} aria-current=${here ? 'page' : nothing} @click=${follow}>${icon(picture)}<span>${text}</span></a>`;
    return html`
      <a class="skip-link" href="#content" @click=${this.#skip}>${t('app.skip')}</a>
      <header class="bar">
        <div class="bar-inside">
          <a class="brand" href="/files" @click=${follow}>
            <img src=${this.dataset.icon ?? ''} alt="" width="28" height="28"><span class="brand-name">${serverInfo.value.name}</span>
          </a>
          <nav class="nav" aria-label=${t('app.nav')}>
            ${link(filesAddress(), page === 'files', 'folder', t('app.files'))}
            ${link('/account', page === 'account', 'person', t('app.account'))}
          </nav>
        </div>
      </header>
      <main class="page" id="content" tabindex="-1">
        ${page === 'account' ? html`<homekeep-account></homekeep-account>` : page === 'files' ? html`<homekeep-files></homekeep-files>` : this.#elsewhere()}
      </main>
      <homekeep-upload-tray></homekeep-upload-tray>
    `;
  }

  #elsewhere() {
    return html`<div class="empty">
      ${icon('download')}
      <h1>${t('elsewhere.title')}</h1>
      <p>${t('elsewhere.text')}</p>
      <a class="button primary" href="/files" @click=${follow}>${t('elsewhere.back')}</a>
    </div>`;
  }

  /** @param {Event} event */
  #skip(event) {
    event.preventDefault();
    this.querySelector('main')?.focus();
  }

  #title() {
    if (session.value.kind !== 'signed-in') {
      return t('signin.title');
    }
    return place.value.page === 'account' ? t('app.account') : t('app.files');
  }
}

customElements.define('homekeep-app', HomekeepApp);
