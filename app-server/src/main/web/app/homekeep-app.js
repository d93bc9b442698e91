// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { connected, tryAgain } from '../api/connection.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import '../kit/toasts.js';
import { serverInfo } from '../session/server-info.js';
import { session } from '../session/session.js';
import '../session/step-up-dialog.js';
import { t } from '../text/text.js';
import '../files/files-page.js';
import '../signin/sign-in-page.js';
import '../uploads/upload-tray.js';
import { dueNote } from './due-note.js';
import { returnElsewhere } from './elsewhere.js';
import { arrivals, fetched } from './later.js';
import { filesAddress, follow, go, place } from './router.js';

/** @type {Partial<Record<import('./router.js').Place['page'], import('../text/text.js').TextKey>>} */
const TITLES = {
  files: 'app.files',
  account: 'app.account',
  manage: 'app.manage',
  elsewhere: 'app.files',
  invite: 'invite.title',
  reset: 'reset.heading',
  forgot: 'forgot.heading',
  register: 'register.heading',
};
/** Where one must be signed in to be. */
const INSIDE = new Set(['files', 'account', 'manage', 'elsewhere']);

/** What one may do to see the pages of those who manage. */
const MANAGING = ['user:manage', 'session:manage', 'audit:read'];

/** The whole page: the bar, the page one is on, and what lies above all pages. */
class HomekeepApp extends Piece {
  static properties = { begun: { state: true } };

  constructor() {
    super();
    /** A sign-in that an invite has begun. @type {import('../signin/signing-in.js').SignInAnswer | null} */
    this.begun = null;
    this.drawnFrom(session, place, connected, serverInfo, arrivals);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.onChange(session, (state) => {
      if (state.kind === 'signed-in') {
        this.begun = null;
      }
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
      ${this.#outside() ?? (state.kind === 'signed-in' ? this.#signedIn(state.me) : state.kind === 'signed-out' ? this.#signIn(state.reason) : this.#starting())}
      <homekeep-step-up></homekeep-step-up>
      <homekeep-toasts></homekeep-toasts>
    `;
  }

  /** The pages for which nobody needs to be signed in. */
  #outside() {
    switch (place.value.page) {
      case 'invite':
        return fetched('invite', () => import('../invite/invite-page.js'), () => html`<homekeep-invite @begun=${this.#begun}></homekeep-invite>`);
      case 'reset':
        return fetched('reset', () => import('../forgotten/reset-page.js'), () => html`<homekeep-reset></homekeep-reset>`);
      case 'forgot':
        return fetched('forgot', () => import('../forgotten/forgot-page.js'), () => html`<homekeep-forgot></homekeep-forgot>`);
      case 'register':
        return fetched('register', () => import('../registration/register-page.js'), () => html`<homekeep-register></homekeep-register>`);
      default:
        return undefined;
    }
  }

  /** @param {CustomEvent<import('../signin/signing-in.js').SignInAnswer>} event */
  #begun(event) {
    this.begun = event.detail;
    go('/sign-in', { replace: true });
  }

  /** @param {import('../session/session.js').Reason} reason */
  #signIn(reason) {
    return html`<homekeep-sign-in .reason=${reason} .answer=${this.begun}></homekeep-sign-in>`;
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

  /** @param {import('../session/session.js').Me} me */
  #signedIn(me) {
    const page = place.value.page;
    const manages = MANAGING.some((permission) => me.permissions.includes(permission));
    const link = (/** @type {string} */ address, /** @type {boolean} */ here, /** @type {'folder' | 'person' | 'people'} */ picture, /** @type {string} */ text) =>
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
            ${manages ? link('/manage/people', page === 'manage', 'people', t('app.manage')) : nothing}
          </nav>
        </div>
      </header>
      <main class="page" id="content" tabindex="-1">
        ${dueNote(me, page === 'account')} ${this.#inside(page)}
      </main>
      <homekeep-upload-tray></homekeep-upload-tray>
    `;
  }

  /** @param {import('./router.js').Place['page']} page */
  #inside(page) {
    switch (page) {
      case 'files':
        return html`<homekeep-files></homekeep-files>`;
      case 'account':
        return fetched('account', () => import('../account/account-page.js'), () => html`<homekeep-account></homekeep-account>`);
      case 'manage':
        return fetched('manage', () => import('../manage/manage-page.js'), () => html`<homekeep-manage></homekeep-manage>`);
      default:
        return this.#elsewhere();
    }
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
    const key = TITLES[place.value.page];
    return key === undefined || (session.value.kind !== 'signed-in' && INSIDE.has(place.value.page)) ? t('signin.title') : t(key);
  }
}

customElements.define('homekeep-app', HomekeepApp);
