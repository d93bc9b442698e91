// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { send } from '../api/request.js';
import { takeFragment } from '../app/fragment.js';
import { follow } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import { entered, field } from '../kit/field.js';
import '../kit/password-field.js';
import { Piece } from '../kit/piece.js';
import { card } from '../signin/card.js';
import { t } from '../text/text.js';

/** A new password by the code that the owner gave: from a link, or typed by hand. */
class ResetPage extends Piece {
  static properties = { code: { state: true }, username: { state: true }, done: { state: true } };

  constructor() {
    super();
    this.code = '';
    this.username = '';
    this.done = false;
    this.attempt = new Attempt(this);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#take();
    this.listen(window, 'hashchange', () => this.#take());
  }

  /** The link holds the code, and before a colon the name where the owner's side put it there. */
  #take() {
    const secret = takeFragment();
    const colon = secret.lastIndexOf(':');
    this.username = colon > 0 ? secret.slice(0, colon) : this.username;
    this.code = secret === '' ? this.code : secret.slice(colon + 1);
  }

  /** @override */
  render() {
    if (this.done) {
      return card(
        t('reset.heading'),
        html`<p class="note" role="status">${t('reset.done')}</p>
          <a class="button primary wide" href="/sign-in" @click=${follow}>${t('reset.to-sign-in')}</a>`
      );
    }
    const wrong = this.attempt.code === 'bad_code' || this.attempt.code === 'bad_credentials';
    return card(
      t('reset.heading'),
      html`<p class="centred">${t('reset.text')}</p>
        <form class="form" @submit=${this.#submit} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
          ${field({ id: 'username', label: t('signin.username'), value: this.username, autocomplete: 'username', plain: true, problem: this.attempt.field('username') })}
          ${field({
            id: 'code',
            label: t('reset.code'),
            value: this.code,
            hint: this.code === '' ? t('reset.code.hint') : '',
            plain: true,
            problem: wrong ? t('reset.wrong') : this.attempt.field('code'),
          })}
          <homekeep-password fresh .label=${t('password.choose')} .problem=${this.attempt.field('password')}></homekeep-password>
          ${this.attempt.alert({ bad_code: 'problem.fields', bad_credentials: 'problem.fields' })} ${this.attempt.button(t('reset.submit'))}
        </form>
        <p class="hint"><a href="/sign-in" @click=${follow}>${t('forgot.back')}</a></p>`
    );
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const { username, code, password } = entered(event);
    await this.attempt.run(async () => {
      await send('POST', '/api/v1/auth/reset-password', { json: { username, code, password } });
      this.done = true;
    });
  }
}

customElements.define('homekeep-reset', ResetPage);
