// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { arrivals, fetched } from '../app/later.js';
import { sayProblem } from '../kit/failure.js';
import { Piece } from '../kit/piece.js';
import { serverInfo } from '../session/server-info.js';
import { learnAgain } from '../session/session.js';
import { t } from '../text/text.js';
import './approval-step.js';
import { card } from './card.js';
import './code-step.js';
import './password-step.js';
import { beginEnrolment, showSecondFactor } from './signing-in.js';

/** @typedef {import('./signing-in.js').SignInAnswer} SignInAnswer */

/** @type {Record<import('../session/session.js').Reason, import('../text/text.js').TextKey | ''>} */
const REASONS = {
  '': '',
  owner: 'signin.reason.owner',
  user: 'signin.reason.user',
  reuse: 'signin.reason.reuse',
  blocked: 'signin.blocked',
  deactivated: 'signin.reason.deactivated',
  deleted: 'signin.reason.deleted',
  password: 'signin.reason.password',
  second_factor: 'signin.reason.second-factor',
  expired: 'signin.reason.expired',
  revoked: 'signin.reason.revoked',
  left: 'signin.reason.left',
};

/** @type {Record<'' | 'denied' | 'expired', import('../text/text.js').TextKey>} */
const WAITING = { '': 'approval.heading', denied: 'approval.denied.title', expired: 'approval.expired.title' };

/**
 * From the password to being in: each answer of the server says what comes next. What has been begun elsewhere, by an
 * invite, goes on here too.
 */
class SignInPage extends Piece {
  static properties = { reason: {}, answer: {}, note: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {import('../session/session.js').Reason} */
    this.reason = '';
    /** What the server said last. @type {SignInAnswer | null} */
    this.answer = null;
    /** Why one has to begin again. @type {import('../text/text.js').TextKey | ''} */
    this.note = '';
    /** How waiting for the owner has ended. @type {'' | 'denied' | 'expired'} */
    this.refused = '';
    this.proceed = (/** @type {SignInAnswer} */ answer) => this.#goOn(answer);
    this.drawnFrom(serverInfo, arrivals);
  }

  /** @override */
  render() {
    return card(this.#heading(), this.#step());
  }

  #heading() {
    switch (this.answer?.status) {
      case 'second_factor':
        return this.answer.methods?.includes('enrolment') ? t('enrolment.heading') : t('code.heading');
      case 'awaiting_approval':
        return t(WAITING[this.refused]);
      case 'signed_in':
        return t('recovery.heading');
      default:
        return t('signin.heading', { server: serverInfo.value.name });
    }
  }

  #step() {
    const ticket = this.answer?.ticket ?? '';
    switch (this.answer?.status) {
      case 'second_factor':
        return this.answer.methods?.includes('enrolment')
          ? fetched(
              'enrolment',
              () => import('../secondfactor/enrolment.js'),
              () => html`<p>${t('enrolment.required')}</p>
                <homekeep-enrolment .begin=${() => beginEnrolment(ticket)} .confirm=${(/** @type {string} */ totp) => showSecondFactor(ticket, { totp })}
                  @confirmed=${(/** @type {CustomEvent<SignInAnswer>} */ event) => this.#goOn(event.detail)} @expired=${this.#expired}></homekeep-enrolment>`
            )
          : html`<homekeep-code-step .ticket=${ticket} .proceed=${this.proceed} @expired=${this.#expired} @back=${this.#back}></homekeep-code-step>`;
      case 'awaiting_approval':
        return html`<homekeep-approval-step
          .ticket=${ticket} .number=${this.answer.number ?? ''} .seconds=${secondsUntil(this.answer.expires_at)}
          .proceed=${this.proceed} @back=${this.#back}
          @over=${(/** @type {CustomEvent<'denied' | 'expired'>} */ event) => (this.refused = event.detail)}></homekeep-approval-step>`;
      case 'signed_in':
        return fetched(
          'recovery-codes',
          () => import('../secondfactor/recovery-codes.js'),
          () => html`<homekeep-recovery-codes .codes=${this.answer?.recovery_codes ?? []} @kept=${this.#enter}></homekeep-recovery-codes>`
        );
      default:
        return html`${this.#why()}<homekeep-password-step .proceed=${this.proceed}></homekeep-password-step>`;
    }
  }

  #why() {
    const reason = this.note || REASONS[this.reason];
    return reason === ''
      ? nothing
      : html`<p class="note ${this.reason === 'left' && this.note === '' ? '' : 'warn'}" role="status" data-reason=${this.reason}>${t(reason)}</p>`;
  }

  /** @param {SignInAnswer} answer */
  async #goOn(answer) {
    this.note = '';
    this.refused = '';
    if (answer.status === 'signed_in' && !answer.recovery_codes?.length) {
      await learnAgain();
    } else {
      this.answer = answer;
    }
  }

  async #enter() {
    try {
      await learnAgain();
    } catch (problem) {
      sayProblem(problem);
    }
  }

  #expired() {
    this.answer = null;
    this.note = 'signin.again';
  }

  #back() {
    this.answer = null;
    this.refused = '';
    this.reason = '';
  }
}

/** @param {string | null} time */
function secondsUntil(time) {
  // By this device's clock, which may be wrong: between nothing and the two minutes that the owner has.
  const seconds = (Date.parse(time ?? '') - Date.now()) / 1000;
  return seconds > 0 && seconds <= 120 ? Math.round(seconds) : 120;
}

customElements.define('homekeep-sign-in', SignInPage);
