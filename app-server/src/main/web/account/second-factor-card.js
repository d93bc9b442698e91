// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { askJson, exchange, getJson } from '../api/request.js';
import '../kit/confirm.js';
import { failure, sayProblem } from '../kit/failure.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import '../secondfactor/enrolment.js';
import { beginMyEnrolment, confirmMyEnrolment } from '../secondfactor/my-totp.js';
import '../secondfactor/recovery-codes.js';
import { learnAgain, session } from '../session/session.js';
import { counted, t } from '../text/text.js';

/**
 * @typedef {object} TotpStatus
 * @property {boolean} enabled
 * @property {boolean} required
 * @property {string | null} due_at
 * @property {number} recovery_codes
 */

/** Fewer are a reason to make new ones. */
const FEW = 3;

/** The second factor: whether there is one, setting it up, new recovery codes, turning it off. */
class SecondFactorCard extends Piece {
  static properties = { status: { state: true }, problem: { state: true }, step: { state: true }, codes: { state: true } };

  constructor() {
    super();
    /** @type {TotpStatus | null} */
    this.status = null;
    /** @type {unknown} */
    this.problem = null;
    /** @type {'' | 'enrolment' | 'codes'} */
    this.step = '';
    /** @type {string[]} */
    this.codes = [];
    this.drawnFrom(session);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      this.status = await getJson('/api/v1/auth/totp');
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @override */
  render() {
    return html`<section class="card" id="second-factor" aria-labelledby="totp-heading">
      <h2 id="totp-heading">${t('totp.heading')} ${this.status?.enabled ? html`<span class="badge">${t('totp.on')}</span>` : nothing}</h2>
      ${this.#content()}
    </section>`;
  }

  #content() {
    if (this.step === 'enrolment') {
      return html`<homekeep-enrolment
          .begin=${beginMyEnrolment} .confirm=${confirmMyEnrolment} @confirmed=${this.#confirmed} @cancelled=${this.#done}></homekeep-enrolment>
        <button type="button" class="button wide" @click=${this.#done}>${t('confirm.cancel')}</button>`;
    }
    if (this.step === 'codes') {
      return html`<homekeep-recovery-codes .codes=${this.codes} @kept=${this.#done}></homekeep-recovery-codes>`;
    }
    if (this.status === null) {
      return this.problem === null
        ? html`<div class="skeleton skeleton-line" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`
        : failure(this.problem, () => this.load());
    }
    return this.status.enabled ? this.#enabled(this.status) : this.#disabled(this.status);
  }

  /** @param {TotpStatus} status */
  #enabled({ required, recovery_codes }) {
    return html`
      <p class="muted">${t('totp.on.text')}</p>
      <p class=${recovery_codes < FEW ? 'note warn' : 'muted'}>${counted('totp.codes.one', 'totp.codes.many', recovery_codes)}</p>
      <div class="actions start">
        <button type="button" class="button" id="new-codes" @click=${() => this.#ask('#ask-codes')}>${t('totp.new-codes')}</button>
        ${required
          ? html`<p class="muted">${t('totp.required')}</p>`
          : html`<button type="button" class="button danger-text" id="totp-off" @click=${() => this.#ask('#ask-off')}>${t('totp.off')}</button>`}
      </div>
      <homekeep-confirm id="ask-codes" .heading=${t('totp.new-codes.title')} .text=${t('totp.new-codes.text')} .action=${t('totp.new-codes')}
        @confirmed=${this.#newCodes}></homekeep-confirm>
      <homekeep-confirm id="ask-off" .heading=${t('totp.off.title')} .text=${t('totp.off.text')} .action=${t('totp.off')} @confirmed=${this.#turnOff}></homekeep-confirm>
    `;
  }

  /** @param {TotpStatus} status */
  #disabled({ required, due_at }) {
    return html`
      <p class="muted">${t('totp.off.explain')}</p>
      ${required && due_at === null ? html`<p class="note warn">${t('totp.required')}</p>` : nothing}
      <button type="button" class="button primary" id="totp-set-up" @click=${() => (this.step = 'enrolment')}>${t('totp.set-up')}</button>
    `;
  }

  /** @param {string} id */
  #ask(id) {
    /** @type {any} */ (this.querySelector(id)).ask();
  }

  /** @param {CustomEvent<{recovery_codes: string[]}>} event */
  async #confirmed(event) {
    this.#show(event.detail.recovery_codes);
    await learnAgain().catch(() => {});
  }

  async #newCodes() {
    try {
      this.#show((await askJson('POST', '/api/v1/auth/recovery-codes', undefined)).recovery_codes);
    } catch (problem) {
      sayProblem(problem);
    }
  }

  /** @param {string[]} codes */
  #show(codes) {
    this.codes = codes;
    this.step = 'codes';
  }

  async #turnOff() {
    try {
      await exchange('DELETE', '/api/v1/auth/totp');
      say(t('totp.off.done'));
      await this.#done();
    } catch (problem) {
      sayProblem(problem);
    }
  }

  async #done() {
    this.step = '';
    this.codes = [];
    await Promise.all([this.load(), learnAgain().catch(() => {})]);
  }
}

customElements.define('homekeep-second-factor', SecondFactorCard);
