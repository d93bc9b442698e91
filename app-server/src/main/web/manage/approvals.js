// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { ApiProblem } from '../api/problem.js';
import { exchange } from '../api/request.js';
import { sayProblem } from '../kit/failure.js';
import { Listing } from '../kit/listing.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';

/**
 * @typedef {{id: string, user: string, display_name: string, device: string, browser: string, address: string, number: string}} Approval
 */

const PATH = '/api/v1/approvals';
/** Somebody stands at the door and waits. */
const ASK_EVERY_MS = 3000;

/** New devices that wait for a yes. */
class Approvals extends Piece {
  constructor() {
    super();
    /** @type {Listing<Approval>} */
    this.approvals = new Listing(this, PATH);
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => {
      // Not while the person is asked for a password, nor again after they would not give it.
      if (document.visibilityState === 'visible' && !this.approvals.loading && this.approvals.problem === null) {
        this.approvals.load();
      }
    }, ASK_EVERY_MS);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** @override */
  render() {
    return html`<section class="card" aria-labelledby="approvals-heading" aria-live="polite">
      <h2 id="approvals-heading">${t('manage.approvals')}</h2>
      <p class="muted">${t('approvals.hint')}</p>
      ${this.approvals.draw(
        (each) => this.#approval(each),
        () => html`<p class="muted">${t('approvals.none')}</p>`
      )}
    </section>`;
  }

  /** @param {Approval} each */
  #approval(each) {
    const name = each.display_name || each.user;
    return html`<li class="row" data-approval=${each.id}>
      <span class="approval-small">${each.number}</span>
      <div class="row-what">
        <p class="row-name">${t('approvals.question', { name, device: each.device, number: each.number })}</p>
        <p class="muted">${each.browser} · ${each.address}</p>
      </div>
      <button type="button" class="button small" @click=${() => this.#answer(each, 'deny', t('approvals.denied'))}>${t('approvals.deny')}</button>
      <button type="button" class="button primary small" @click=${() => this.#answer(each, 'allow', t('approvals.allowed'))}>${t('approvals.allow')}</button>
    </li>`;
  }

  /**
   * @param {Approval} each
   * @param {'allow' | 'deny'} answer
   * @param {string} done
   */
  async #answer(each, answer, done) {
    try {
      await exchange('POST', `${PATH}/${encodeURIComponent(each.id)}/${answer}`);
      say(done);
    } catch (problem) {
      if (problem instanceof ApiProblem && (problem.code === 'not_found' || problem.code === 'conflict')) {
        say(t('approvals.late'));
      } else {
        sayProblem(problem);
      }
    }
    await this.approvals.load();
  }
}

customElements.define('homekeep-approvals', Approvals);
