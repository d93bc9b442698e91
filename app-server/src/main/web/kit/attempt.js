// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { ApiProblem, Cancelled } from '../api/problem.js';
import { counted, t } from '../text/text.js';
import { Countdown } from './countdown.js';
import { fieldSentence, sentenceOf } from './failure.js';

/** Where a wait is better said in minutes, in seconds. */
const LONG = 90;

/** One form's tries: one at a time, what went wrong with the last, and how long the server wants to be left alone. */
export class Attempt {
  #host;
  #wait;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    this.#wait = new Countdown(host, () => (this.problem = null));
    this.busy = false;
    /** @type {unknown} */
    this.problem = null;
  }

  /** Whether there is no sense in trying now. */
  get held() {
    return this.busy || this.#wait.left > 0;
  }

  /** The server's code for what went wrong; empty where nothing did. */
  get code() {
    return this.problem instanceof ApiProblem ? this.problem.code : '';
  }

  /**
   * @param {() => Promise<unknown>} work
   * @returns {Promise<boolean>} whether it worked
   */
  async run(work) {
    if (this.held) {
      return false;
    }
    this.busy = true;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problem instanceof Cancelled ? null : problem;
      if (problem instanceof ApiProblem && problem.retryAfter > 0) {
        this.#wait.start(problem.retryAfter);
      }
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /**
   * What is wrong with a field; empty where nothing is.
   *
   * @param {string} name
   */
  field(name) {
    return fieldSentence(this.problem, name);
  }

  /**
   * Says what went wrong, and counts down where one has to wait.
   *
   * @param {Partial<Record<string, import('../text/text.js').TextKey>>} [words] what codes mean in this form
   */
  alert(words = {}) {
    return html`<div role="alert" class="form-problem">${this.problem === null ? nothing : html`<p class="note danger">${this.#sentence(words)}</p>`}</div>`;
  }

  /**
   * The button that tries.
   *
   * @param {string} text
   * @param {string} [meanwhile] what it says while the server thinks
   */
  button(text, meanwhile = text) {
    return html`<button class="button primary wide" type="submit" aria-disabled=${this.held ? 'true' : nothing}>${this.busy ? meanwhile : text}</button>`;
  }

  /** @param {Partial<Record<string, import('../text/text.js').TextKey>>} words */
  #sentence(words) {
    const left = this.#wait.left;
    if (this.code === 'too_many_requests' && left > 0) {
      return left > LONG ? counted('signin.wait.minute', 'signin.wait.minutes', Math.ceil(left / 60)) : counted('signin.wait.one', 'signin.wait.many', left);
    }
    const key = words[this.code];
    return key === undefined ? sentenceOf(this.problem) : t(key);
  }
}
