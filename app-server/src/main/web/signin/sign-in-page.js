// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { ApiProblem } from '../api/problem.js';
import { sentenceOf } from '../kit/failure.js';
import { icon } from '../kit/icon.js';
import { languageSwitch } from '../kit/language-switch.js';
import { Piece } from '../kit/piece.js';
import { serverInfo } from '../session/server-info.js';
import { signIn } from '../session/session.js';
import { counted, t } from '../text/text.js';

/** @type {Record<import('../session/session.js').Reason, import('../text/text.js').TextKey | ''>} */
const REASONS = {
  '': '',
  owner: 'signin.reason.owner',
  user: 'signin.reason.user',
  reuse: 'signin.reason.reuse',
  expired: 'signin.reason.expired',
  revoked: 'signin.reason.revoked',
  left: 'signin.reason.left',
};

/** Name and password, and why one is here. */
class SignInPage extends Piece {
  static properties = {
    reason: {},
    picture: {},
    busy: { state: true },
    problem: { state: true },
    shown: { state: true },
    wait: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../session/session.js').Reason} */
    this.reason = '';
    this.picture = '';
    this.busy = false;
    /** @type {unknown} */
    this.problem = null;
    this.shown = false;
    /** Seconds until the server listens again. */
    this.wait = 0;
    this.drawnFrom(serverInfo);
  }

  /** @override */
  firstUpdated() {
    // With a mouse and keyboard one types at once; on a phone the keyboard would hide why one is here.
    if (matchMedia('(hover: hover)').matches) {
      this.#field('username').focus();
    }
  }

  /** @override */
  render() {
    const reason = REASONS[this.reason];
    return html`<main class="sign-in">
      <div class="sign-in-card">
        <img class="sign-in-icon" src=${this.picture} alt="" width="64" height="64">
        <h1>${t('signin.heading', { server: serverInfo.value.name })}</h1>
        ${reason === '' || this.problem !== null ? nothing : html`<p class="note ${this.reason === 'left' ? '' : 'warn'}" role="status" data-reason=${this.reason}>${t(reason)}</p>`}
        <form @submit=${this.#submit} aria-busy=${this.busy ? 'true' : 'false'}>
          <label for="username">${t('signin.username')}</label>
          <input
            id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required
            aria-invalid=${this.#wrong() ? 'true' : nothing} aria-describedby=${this.problem ? 'sign-in-problem' : nothing}>
          <label for="password">${t('signin.password')}</label>
          <div class="password">
            <input
              id="password" name="password" type=${this.shown ? 'text' : 'password'} autocomplete="current-password" autocapitalize="none" spellcheck="false" required
              aria-invalid=${this.#wrong() ? 'true' : nothing} aria-describedby=${this.problem ? 'sign-in-problem' : nothing}>
            <button type="button" class="icon-button" aria-pressed=${this.shown ? 'true' : 'false'} aria-label=${t('signin.show')} title=${t('signin.show')}
              @click=${() => (this.shown = !this.shown)}>${icon(this.shown ? 'eye-off' : 'eye')}</button>
          </div>
          <label class="check"><input id="remember" type="checkbox" name="remember"><span>${t('signin.remember')}</span></label>
          <div role="alert" id="sign-in-problem">${this.problem ? html`<p class="note danger">${this.#sentence()}</p>` : nothing}</div>
          <button class="button primary wide" type="submit" aria-disabled=${this.busy || this.wait > 0 ? 'true' : nothing}>
            ${this.busy ? t('signin.busy') : t('signin.submit')}
          </button>
        </form>
        <p class="hint">${t('signin.help')}</p>
      </div>
      ${languageSwitch()}
    </main>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (this.busy || this.wait > 0) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await signIn({
        username: this.#field('username').value,
        password: this.#field('password').value,
        remember: this.#field('remember').checked,
      });
    } catch (problem) {
      this.problem = problem;
      this.busy = false;
      if (problem instanceof ApiProblem && problem.retryAfter > 0) {
        this.#countDown(problem.retryAfter);
      } else if (this.#wrong()) {
        this.#field('password').select();
      }
    }
  }

  /** @param {number} seconds */
  #countDown(seconds) {
    const until = Date.now() + seconds * 1000;
    const tick = () => {
      this.wait = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      if (this.wait > 0 && this.isConnected) {
        setTimeout(tick, 1000);
      } else {
        this.problem = null;
      }
    };
    tick();
  }

  #wrong() {
    return this.problem instanceof ApiProblem && this.problem.code === 'bad_credentials';
  }

  #sentence() {
    const code = this.problem instanceof ApiProblem ? this.problem.code : '';
    if (code === 'bad_credentials') {
      return t('signin.wrong');
    }
    if (code === 'user_blocked') {
      return t('signin.blocked');
    }
    if (code === 'too_many_requests') {
      return counted('signin.wait.one', 'signin.wait.many', this.wait);
    }
    return sentenceOf(this.problem);
  }

  /** @param {string} id */
  #field(id) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`#${id}`));
  }
}

customElements.define('homekeep-sign-in', SignInPage);
