// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { connected } from '../api/connection.js';
import { Cancelled } from '../api/problem.js';
import { getJson } from '../api/request.js';
import { t } from '../text/text.js';
import { failure } from './failure.js';

const PAGE = 50;

/**
 * A list of the server's, page by page, inside an element: loads when the element appears, when somebody comes back to
 * it and when the server is there again.
 *
 * @template T
 */
export class Listing {
  #generation = 0;
  /** @type {(() => void)[]} */
  #stops = [];

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {string} path where the list is; may have a query
   * @param {(items: T[]) => T[]} [order] another one than the server's
   */
  constructor(host, path, order = (items) => items) {
    this.host = host;
    this.path = path;
    this.order = order;
    /** @type {T[] | null} */
    this.items = null;
    /** @type {string | null} */
    this.next = null;
    /** @type {unknown} */
    this.problem = null;
    this.loading = false;
    host.addController(this);
  }

  hostConnected() {
    const visible = () => document.visibilityState === 'visible' && this.load();
    document.addEventListener('visibilitychange', visible);
    this.#stops = [() => document.removeEventListener('visibilitychange', visible), connected.watch((reachable) => reachable && this.load())];
    this.load();
  }

  hostDisconnected() {
    this.#stops.splice(0).forEach((stop) => stop());
    this.#generation++;
  }

  /**
   * From the beginning, as far as it was shown.
   *
   * @param {string} [path] another list from now on
   */
  async load(path = this.path) {
    if (path !== this.path) {
      this.path = path;
      this.items = null;
    }
    await this.#ask(Math.max(PAGE, Math.min(this.items?.length ?? 0, 1000)), null);
  }

  /** The next page. */
  async more() {
    await this.#ask(PAGE, this.next);
  }

  /**
   * @param {number} limit
   * @param {string | null} after
   */
  async #ask(limit, after) {
    const generation = ++this.#generation;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) });
      const { items, next } = await getJson(`${this.path}${this.path.includes('?') ? '&' : '?'}${query}`);
      if (generation === this.#generation) {
        this.items = this.order(after === null ? items : [...(this.items ?? []), ...items]);
        this.next = next;
        this.problem = null;
      }
    } catch (problem) {
      if (generation === this.#generation) {
        this.problem = problem;
      }
    }
    if (generation === this.#generation) {
      this.loading = false;
      this.host.requestUpdate();
    }
  }

  /**
   * Draws it in whatever state it is.
   *
   * @param {(item: T) => unknown} row
   * @param {() => unknown} empty what is said where there is nothing
   */
  draw(row, empty) {
    if (this.items === null) {
      return this.problem === null
        ? html`<div class="skeleton skeleton-block" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`
        : this.problem instanceof Cancelled
          ? html`<p class="muted">${t('step-up.cancelled')}</p><button type="button" class="button" @click=${() => this.load()}>${t('step-up.again')}</button>`
          : failure(this.problem, () => this.load());
    }
    if (this.items.length === 0) {
      return empty();
    }
    return html`<ul class="rows">${this.items.map(row)}</ul>
      ${this.next === null
        ? nothing
        : html`<button type="button" class="button more" ?disabled=${this.loading} @click=${() => this.more()}>${t('list.more')}</button>`}`;
  }
}
