// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { ApiProblem } from '../api/problem.js';
import { send } from '../api/request.js';
import { takeFragment } from '../app/fragment.js';
import { arrivals, fetched } from '../app/later.js';
import { follow, go } from '../app/router.js';
import { Attempt } from '../kit/attempt.js';
import { failure } from '../kit/failure.js';
import { entered, field } from '../kit/field.js';
import { day } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import '../kit/password-field.js';
import { Piece } from '../kit/piece.js';
import { roleName } from '../kit/roles.js';
import { beginMyEnrolment, confirmMyEnrolment } from '../secondfactor/my-totp.js';
import { learnAgain, session } from '../session/session.js';
import { card } from '../signin/card.js';
import { t } from '../text/text.js';

/**
 * @typedef {object} Offer
 * @property {string} server_name
 * @property {string | null} name
 * @property {string | null} username
 * @property {string} role
 * @property {string[]} spaces the names of the shared spaces that come with it
 * @property {string} expires_at
 */

/** From the link of an invite to being in: who invites to what, a name and a password, a second factor if one likes. */
class InvitePage extends Piece {
  static properties = { token: { state: true }, offer: { state: true }, step: { state: true }, codes: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** Good once; never anywhere but here and in the request that spends it. */
    this.token = '';
    /** @type {Offer | null} */
    this.offer = null;
    /** @type {'offer' | 'second-factor' | 'enrolment' | 'codes'} */
    this.step = 'offer';
    /** @type {string[]} */
    this.codes = [];
    /** Why there is no offer. @type {unknown} */
    this.problem = null;
    this.attempt = new Attempt(this);
    this.drawnFrom(session, arrivals);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#take();
    // A second link that is pasted into the same tab loads nothing anew.
    this.listen(window, 'hashchange', () => this.#take());
  }

  #take() {
    const token = takeFragment();
    if (token !== '') {
      this.token = token;
      this.offer = null;
      this.step = 'offer';
      this.#load();
    }
  }

  async #load() {
    this.problem = null;
    try {
      const answer = await send('GET', `/api/v1/auth/invites/${encodeURIComponent(this.token)}`);
      this.offer = await answer.json();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @override */
  render() {
    switch (this.step) {
      case 'second-factor':
        return card(t('invite.second.heading'), this.#secondFactor());
      case 'enrolment':
        return card(
          t('enrolment.heading'),
          fetched(
            'enrolment',
            () => import('../secondfactor/enrolment.js'),
            () => html`<homekeep-enrolment .begin=${beginMyEnrolment} .confirm=${confirmMyEnrolment} @confirmed=${this.#confirmed} @cancelled=${this.#enter}></homekeep-enrolment>
              <p class="hint"><button type="button" class="link-button" @click=${this.#enter}>${t('invite.later')}</button></p>`
          )
        );
      case 'codes':
        return card(
          t('recovery.heading'),
          fetched(
            'recovery-codes',
            () => import('../secondfactor/recovery-codes.js'),
            () => html`<homekeep-recovery-codes .codes=${this.codes} @kept=${this.#enter}></homekeep-recovery-codes>`
          )
        );
      default:
        return this.#offered();
    }
  }

  #offered() {
    if (this.offer !== null) {
      return card(t('invite.heading', { server: this.offer.server_name }), this.#form(this.offer));
    }
    if (this.token === '' || (this.problem instanceof ApiProblem && this.problem.status < 429)) {
      return card(
        t('invite.spent.title'),
        html`<p class="centred">${this.token === '' ? t('invite.none') : t('invite.spent.text')}</p>
          <a class="button wide" href="/sign-in" @click=${follow}>${t('invite.to-sign-in')}</a>`
      );
    }
    return card(
      t('invite.title'),
      this.problem === null
        ? html`<div class="skeleton skeleton-block" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`
        : failure(this.problem, () => this.#load())
    );
  }

  /** @param {Offer} offer */
  #form(offer) {
    const state = session.value;
    return html`
      <p class="centred">${offer.name ? t('invite.to', { name: offer.name, role: roleName(offer.role) }) : t('invite.to.anyone', { role: roleName(offer.role) })}</p>
      ${offer.spaces.length === 0
        ? nothing
        : html`<div id="invite-spaces">
            <p class="muted centred">${t('invite.spaces')}</p>
            <ul class="centred">${offer.spaces.map((space) => html`<li><strong><bdi>${space}</bdi></strong></li>`)}</ul>
          </div>`}
      <p class="muted centred">${t('invite.until', { day: day(offer.expires_at) })}</p>
      ${state.kind === 'signed-in' ? html`<p class="note warn">${t('invite.signed-in', { name: state.me.user.display_name || state.me.user.username })}</p>` : nothing}
      <form class="form" @submit=${this.#accept} aria-busy=${this.attempt.busy ? 'true' : 'false'}>
        ${offer.username
          ? html`<p>${t('invite.username', { name: offer.username })}</p>
              <input class="visually-hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" readonly value=${offer.username}>`
          : field({
              id: 'username',
              label: t('invite.choose-name'),
              hint: t('invite.choose-name.hint'),
              autocomplete: 'username',
              plain: true,
              problem: this.#nameProblem(),
            })}
        ${field({ id: 'display_name', label: t('profile.name'), value: offer.name ?? '', autocomplete: 'name', optional: true, problem: this.attempt.field('display_name') })}
        <homekeep-password fresh .label=${t('password.choose')} .problem=${this.attempt.field('password')}></homekeep-password>
        ${this.attempt.alert({ conflict: 'problem.fields', not_found: 'invite.spent.text' })} ${this.attempt.button(t('invite.accept'))}
      </form>
    `;
  }

  #secondFactor() {
    const state = session.value;
    const due = state.kind === 'signed-in' ? state.me.totp_due_at : null;
    return html`
      <div class="centred">${icon('shield')}</div>
      <p class="centred">${t('invite.second.text')}</p>
      ${due ? html`<p class="note warn">${t('totp.due', { day: day(due) })}</p>` : nothing}
      <div class="form">
        <button type="button" class="button primary wide" @click=${() => (this.step = 'enrolment')}>${t('invite.second.now')}</button>
        <button type="button" class="button wide" @click=${this.#enter}>${t('invite.later')}</button>
      </div>
    `;
  }

  /** @param {SubmitEvent} event */
  async #accept(event) {
    event.preventDefault();
    const { username, display_name, password } = entered(event);
    await this.attempt.run(async () => {
      const json = { password, ...(username === undefined ? {} : { username }), ...(display_name ? { display_name } : {}) };
      const answer = await (await send('POST', `/api/v1/auth/invites/${encodeURIComponent(this.token)}/accept`, { json })).json();
      this.token = '';
      if (answer.status === 'signed_in') {
        this.step = 'second-factor';
        await learnAgain();
      } else {
        // What is still missing, a second factor or the owner's yes, is asked for as with any sign-in.
        this.dispatchEvent(new CustomEvent('begun', { detail: answer }));
      }
    });
  }

  /** @param {CustomEvent<{recovery_codes: string[]}>} event */
  #confirmed(event) {
    this.codes = event.detail.recovery_codes;
    this.step = 'codes';
  }

  async #enter() {
    go('/files', { replace: true });
    await learnAgain().catch(() => {});
  }

  #nameProblem() {
    return this.attempt.code === 'conflict' ? t('invite.taken') : this.attempt.field('username');
  }
}

customElements.define('homekeep-invite', InvitePage);
