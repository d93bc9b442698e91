// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { connected } from '../api/connection.js';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { BackOff } from '../kit/back-off.js';
import { Countdown } from '../kit/countdown.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { serverInfo } from '../session/server-info.js';
import { t } from '../text/text.js';
import { awaitApproval } from './signing-in.js';

/** Waits for the owner to let this device in. Says `over` when that has come to nothing, and `back` to begin again. */
class ApprovalStep extends Piece {
  static properties = { ticket: {}, proceed: {}, number: {}, seconds: {}, over: { state: true } };

  constructor() {
    super();
    this.ticket = '';
    /** Goes on with the server's answer. @type {(answer: import('./signing-in.js').SignInAnswer) => Promise<void>} */
    this.proceed = () => Promise.resolve();
    this.number = '';
    /** How long the owner has. */
    this.seconds = 120;
    /** @type {'' | 'denied' | 'expired'} */
    this.over = '';
    this.left = new Countdown(this);
    this.backOff = new BackOff();
    /** @type {AbortController | null} */
    this.asking = null;
  }

  /** @override */
  firstUpdated() {
    this.left.start(this.seconds);
    this.#ask();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  /** @override */
  render() {
    if (this.over !== '') {
      return html`<div class="approval" role="alert">
        ${icon('alert')}
        <p class="muted">${this.over === 'denied' ? t('approval.denied.text') : t('approval.expired.text')}</p>
        <button type="button" class="button wide" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${t('approval.again')}</button>
      </div>`;
    }
    const clock = `${Math.floor(this.left.left / 60)}:${String(this.left.left % 60).padStart(2, '0')}`;
    return html`<div class="approval">
      <p role="status">${t('approval.text', { server: serverInfo.value.name })}</p>
      <p class="approval-number" id="approval-number" aria-label=${t('approval.number', { number: this.number })}>${this.number}</p>
      <p class="muted">${t('approval.compare')}</p>
      <p class="muted approval-left">${t('approval.left', { left: clock })}</p>
      <button type="button" class="button wide" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${t('confirm.cancel')}</button>
    </div>`;
  }

  /** Asks until there is an answer; a server that is away for a moment changes nothing. */
  async #ask() {
    while (this.isConnected && this.over === '') {
      this.asking = new AbortController();
      try {
        const answer = await awaitApproval(this.ticket, this.asking.signal);
        if (answer.status !== 'awaiting_approval') {
          await this.proceed(answer);
          return;
        }
        this.backOff.reset();
      } catch (problem) {
        if (!this.isConnected) {
          return;
        }
        if (problem instanceof ApiProblem && problem.status < 500 && problem.code !== 'too_many_requests') {
          this.over = problem.code === 'approval_denied' ? 'denied' : 'expired';
          this.dispatchEvent(new CustomEvent('over', { detail: this.over }));
          return;
        }
        await this.#laterOn(problem);
      }
    }
  }

  /** @param {unknown} problem */
  #laterOn(problem) {
    return new Promise((resolve) => {
      if (problem instanceof Unreachable && !connected.value) {
        const stop = connected.watch((reachable) => {
          if (reachable) {
            stop();
            resolve(undefined);
          }
        });
      } else {
        setTimeout(resolve, this.backOff.next());
      }
    });
  }
}

customElements.define('homekeep-approval-step', ApprovalStep);
