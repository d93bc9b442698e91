// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { Cancelled } from '../api/problem.js';
import { askJson, exchange, getJson } from '../api/request.js';
import { follow } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import '../kit/confirm.js';
import { copyable } from '../kit/copy.js';
import { failure, sayProblem } from '../kit/failure.js';
import { entered, field } from '../kit/field.js';
import { day } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { roleName } from '../kit/roles.js';
import { say } from '../kit/toasts.js';
import { session } from '../session/session.js';
import { t } from '../text/text.js';
import './delete-person.js';
import { linkToGive } from './handed-over.js';
import { stateBadge } from './people.js';
import { loadRoles, roleChoice, roles } from './roles.js';

/** @typedef {import('./people.js').User} User */

/** One account: its name and role, its second factor, the ways to keep it out and to let it in again. */
class Person extends Piece {
  static properties = { user: {}, account: { state: true }, problem: { state: true }, code: { state: true }, invite: { state: true }, question: { state: true } };

  constructor() {
    super();
    /** The id of the account. */
    this.user = '';
    /** @type {User | null} */
    this.account = null;
    /** @type {unknown} */
    this.problem = null;
    /** A code for a new password, shown once. @type {{code: string, url: string, expires_at: string} | null} */
    this.code = null;
    /** A new link for who was invited, shown once. @type {{url: string, expires_at: string} | null} */
    this.invite = null;
    /** What is asked before it is done. */
    this.question = { heading: '', text: '', action: '', go: async () => {} };
    this.attempt = new Attempt(this);
    this.drawnFrom(session, roles);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.load();
    loadRoles().catch(() => {});
  }

  get #path() {
    return `/api/v1/users/${encodeURIComponent(this.user)}`;
  }

  async load() {
    this.problem = null;
    try {
      this.account = await getJson(this.#path);
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @override */
  render() {
    return html`
      <a class="back-link" href="/manage/people" @click=${follow}>${icon('back')}${t('person.back')}</a>
      ${this.account === null ? this.#missing() : this.#shown(this.account)}
    `;
  }

  #missing() {
    if (this.problem === null) {
      return html`<div class="skeleton skeleton-block" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`;
    }
    return this.problem instanceof Cancelled
      ? html`<p class="muted">${t('step-up.cancelled')}</p><button type="button" class="button" @click=${() => this.load()}>${t('step-up.again')}</button>`
      : failure(this.problem, () => this.load());
  }

  /** @param {User} account */
  #shown(account) {
    const me = session.value.kind === 'signed-in' ? session.value.me.user : null;
    const mine = account.id === me?.id;
    // Only the owner changes admins; the owner is changed at the machine.
    const fixed = mine || account.role === 'owner' || (account.role === 'admin' && me?.role !== 'owner');
    return html`
      <section class="card" aria-labelledby="person-heading">
        <h2 id="person-heading"><bdi>${account.display_name || account.username}</bdi>${stateBadge(account)}</h2>
        <p class="muted">${account.username} · ${roleName(account.role, roles.value)} · ${t('person.since', { day: day(account.created_at) })}</p>
        ${fixed ? html`<p class="note">${mine ? t('person.mine') : t('person.fixed')}</p>` : this.#profile(account)}
      </section>
      ${fixed ? nothing : this.#entry(account)}
      <homekeep-confirm
        .heading=${this.question.heading} .text=${this.question.text} .action=${this.question.action} @confirmed=${() => this.question.go()}></homekeep-confirm>
    `;
  }

  /** @param {User} account */
  #profile(account) {
    return html`<form class="form" @submit=${this.#save}>
      ${field({ id: 'person-name', label: t('profile.name'), value: account.display_name, problem: this.attempt.field('display_name') })}
      ${roleChoice(account.role, 'person-role')}
      <label class="check"><input type="checkbox" name="require_totp" ?checked=${account.require_totp}><span>${t('person.require-totp')}</span></label>
      <label class="check"><input type="checkbox" name="approve_devices" ?checked=${account.approve_devices}><span>${t('person.approve')}</span></label>
      ${this.attempt.alert()}
      <div class="actions"><button class="button primary" type="submit" ?disabled=${this.attempt.held}>${t('profile.save')}</button></div>
    </form>`;
  }

  /** @param {User} account */
  #entry(account) {
    const name = account.display_name || account.username;
    const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => unknown} */ action, danger = false) =>
      html`<button type="button" class="button ${danger ? 'danger-text' : ''}" id=${id} @click=${action}>${text}</button>`;
    return html`<section class="card" aria-labelledby="entry-heading">
      <h2 id="entry-heading">${t('person.entry')}</h2>
      ${this.code === null ? nothing : this.#shownCode(this.code)} ${this.invite === null ? nothing : linkToGive(this.invite, t('people.invited'))}
      <div class="actions start">
        ${account.state === 'invited'
          ? button('invite-again', t('person.invite-again'), () => this.#inviteAgain())
          : nothing}
        ${account.state === 'active' ? button('reset-password', t('person.reset-password'), () => this.#resetPassword(name)) : nothing}
        ${account.totp ? button('reset-totp', t('person.reset-totp'), () => this.#resetTotp(name)) : nothing}
        ${account.state === 'blocked'
          ? button('unblock', t('person.unblock'), () => this.#change({ blocked: false }, t('person.unblocked', { name })))
          : nothing}
        ${account.state === 'deactivated'
          ? button('activate', t('person.activate'), () => this.#change({ blocked: false }, t('person.activated', { name })))
          : nothing}
        ${account.state === 'active' ? button('block', t('person.block'), () => this.#block(name), true) : nothing}
        ${account.state === 'deactivated' ? nothing : button('deactivate', t('person.deactivate'), () => this.#deactivate(name), true)}
        ${button('delete', t('person.delete'), () => /** @type {any} */ (this.querySelector('homekeep-delete-person')).ask(), true)}
      </div>
      <homekeep-delete-person .account=${account}></homekeep-delete-person>
    </section>`;
  }

  /** @param {{code: string, url: string, expires_at: string}} code */
  #shownCode({ code, expires_at }) {
    return html`<div class="note once" role="status">
      <p><strong>${t('person.code')}</strong></p>
      ${copyable('reset-code', code, t('person.code'))}
      <p class="muted">${t('person.code.use', { day: day(expires_at) })}</p>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const values = entered(event);
    const json = {
      display_name: values['person-name'],
      role: values.role,
      require_totp: values.require_totp === 'on',
      approve_devices: values.approve_devices === 'on',
    };
    if (await this.attempt.run(async () => (this.account = await askJson('PATCH', this.#path, json)))) {
      say(t('person.saved'));
    }
  }

  /**
   * @param {unknown} json
   * @param {string} done
   */
  #change(json, done) {
    return this.#do(async () => {
      this.account = await askJson('PATCH', this.#path, json);
      say(done);
    });
  }

  /** @param {string} name */
  #block(name) {
    this.#ask(t('person.block.title', { name }), t('person.block.text'), t('person.block'), () =>
      this.#change({ blocked: true }, t('person.blocked', { name }))
    );
  }

  /** @param {string} name */
  #deactivate(name) {
    this.#ask(t('person.deactivate.title', { name }), t('person.deactivate.text'), t('person.deactivate'), () =>
      this.#do(async () => {
        this.account = await askJson('POST', `${this.#path}/deactivate`, undefined);
        say(t('person.deactivated', { name }));
      })
    );
  }

  /** @param {string} name */
  #resetPassword(name) {
    this.#ask(t('person.reset-password.title', { name }), t('person.reset-password.text'), t('person.reset-password'), () =>
      this.#do(async () => (this.code = await askJson('POST', `${this.#path}/reset-password`, undefined)))
    );
  }

  /** @param {string} name */
  #resetTotp(name) {
    this.#ask(t('person.reset-totp.title', { name }), t('person.reset-totp.text'), t('person.reset-totp'), () =>
      this.#do(async () => {
        await exchange('POST', `${this.#path}/totp-reset`);
        await this.load();
        say(t('person.totp-reset', { name }));
      })
    );
  }

  #inviteAgain() {
    return this.#do(async () => (this.invite = await askJson('POST', `${this.#path}/invite`, undefined)));
  }

  /**
   * @param {string} heading
   * @param {string} text
   * @param {string} action
   * @param {() => Promise<void>} go
   */
  async #ask(heading, text, action, go) {
    this.question = { heading, text, action, go };
    await this.updateComplete;
    /** @type {any} */ (this.querySelector(':scope > homekeep-confirm')).ask();
  }

  /** @param {() => Promise<unknown>} work */
  async #do(work) {
    try {
      await work();
    } catch (problem) {
      sayProblem(problem);
    }
  }
}

customElements.define('homekeep-person', Person);
