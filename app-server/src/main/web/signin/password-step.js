// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { follow } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { serverInfo } from '../session/server-info.js';
import { t } from '../text/text.js';
import { signIn } from './signing-in.js';

/** Name and password. */
class PasswordStep extends Piece {
  static properties = { proceed: {}, shown: { state: true } };

  constructor() {
    super();
    /** Goes on with the server's answer. @type {(answer: import('./signing-in.js').SignInAnswer) => Promise<void>} */
    this.proceed = () => Promise.resolve();
    this.shown = false;
    this.attempt = new Attempt(this);
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
    const wrong = this.attempt.code === 'bad_credentials' ? 'true' : nothing;
    return html`
      <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
        <div class="field">
          <label for="username">${t('signin.username')}</label>
          <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required aria-invalid=${wrong}>
        </div>
        <div class="field">
          <label for="password">${t('signin.password')}</label>
          <div class="password">
            <input
              id="password" name="password" type=${this.shown ? 'text' : 'password'} autocomplete="current-password" autocapitalize="none" spellcheck="false" required
              aria-invalid=${wrong}>
            <button type="button" class="icon-button" aria-pressed=${this.shown ? 'true' : 'false'} aria-label=${t('signin.show')} title=${t('signin.show')}
              @click=${() => (this.shown = !this.shown)}>${icon(this.shown ? 'eye-off' : 'eye')}</button>
          </div>
        </div>
        <label class="check"><input id="remember" type="checkbox" name="remember"><span>${t('signin.remember')}</span></label>
        ${this.attempt.alert({ bad_credentials: 'signin.wrong' })} ${this.attempt.button(t('signin.submit'), t('signin.busy'))}
      </form>
      <p class="hint">
        <a href="/forgot" @click=${follow}>${t('signin.forgot')}</a>
        ${serverInfo.value.registration === 'request' ? html`<a href="/register" @click=${follow}>${t('signin.register')}</a>` : nothing}
      </p>
    `;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const credentials = {
      username: this.#field('username').value,
      password: this.#field('password').value,
      remember: this.#field('remember').checked,
    };
    await this.attempt.run(async () => this.proceed(await signIn(credentials)));
    if (this.attempt.code === 'bad_credentials') {
      this.#field('password').select();
    }
  }

  /** @param {string} id */
  #field(id) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`#${id}`));
  }
}

customElements.define('homekeep-password-step', PasswordStep);
