// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { filesAddress, follow } from '../app/router.js';
import { day, size } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';
import { download } from './downloading.js';
import { contentUrl, joined } from './entries.js';
import { lookOf } from './kinds.js';

/** Rows drawn above and below what can be seen. */
const MARGIN = 10;
/** Ask for the next page when so many rows are left below. */
const AHEAD = 200;

/**
 * The rows of a folder. Only those that can be seen are in the document, however many there are; the next page is
 * asked for before one gets there.
 */
class EntryList extends Piece {
  static properties = { folder: {}, version: {}, first: { state: true }, last: { state: true } };

  constructor() {
    super();
    /** @type {import('./entries.js').Folder | null} */
    this.folder = null;
    /** Changes whenever the folder's content has. */
    this.version = 0;
    this.first = 0;
    this.last = 40;
    /** The row that has the focus: it stays in the document wherever one scrolls. */
    this.focused = -1;
    this.rowHeight = 64;
    this.frame = 0;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    const look = () => {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        this.#look();
      });
    };
    this.listen(window, 'scroll', look, { passive: true });
    this.listen(window, 'resize', look);
    this.listen(this, 'keydown', (event) => this.#key(event));
    this.listen(this, 'focusin', (event) => (this.focused = indexOf(event.target)));
    this.listen(this, 'focusout', () => (this.focused = -1));
  }

  /** @override */
  updated() {
    this.#look();
  }

  /** @override */
  render() {
    const folder = this.folder;
    if (folder === null) {
      return nothing;
    }
    const count = folder.entries.length;
    const shown = [];
    for (let index = Math.max(0, this.first); index < Math.min(count, this.last); index++) {
      shown.push(index);
    }
    if (this.focused >= 0 && this.focused < count && !shown.includes(this.focused)) {
      shown.push(this.focused);
    }
    return html`<ul class="entries" role="list" aria-label=${t('files.list')} .style=${`height: calc(${count} * var(--row))`}>
        ${repeat(shown, (index) => index, (index) => this.#row(folder, index))}
      </ul>
      ${folder.more ? html`<div class="skeleton-rows" aria-hidden="true"><div class="skeleton"></div><div class="skeleton"></div></div>` : nothing}`;
  }

  /**
   * @param {import('./entries.js').Folder} folder
   * @param {number} index
   */
  #row(folder, index) {
    const entry = folder.entries[index];
    const path = joined(folder.path, entry.name);
    const inside = entry.kind === 'folder';
    const look = lookOf(entry);
    const address = filesAddress(inside ? { space: folder.space, path } : { space: folder.space, path: folder.path, open: entry.name });
    return html`<li class="entry" data-index=${index} aria-posinset=${index + 1} aria-setsize=${folder.more ? -1 : folder.entries.length}
      .style=${`transform: translateY(calc(${index} * var(--row)))`}>
      <a class="entry-main" href=${address} title=${entry.name} @click=${follow}>
        <span class="tile ${look}">${icon(look)}</span>
        <span class="entry-name"><bdi>${entry.name}</bdi></span>
        <span class="entry-size">${inside ? t('files.folder') : size(entry.size)}</span>
        <span class="entry-time">${day(entry.modified_at)}</span>
      </a>
      ${inside
        ? html`<span class="entry-more" aria-hidden="true">${icon('next')}</span>`
        : html`<a class="icon-button" href=${contentUrl(folder.space, path, { download: true })} aria-label=${t('files.download.label', { name: entry.name })}
            title=${t('files.download')} @click=${download}>${icon('download')}</a>`}
    </li>`;
  }

  /** Works out what can be seen. */
  #look() {
    const list = this.querySelector('.entries');
    if (this.folder === null || list === null) {
      return;
    }
    const row = /** @type {HTMLElement | null} */ (list.firstElementChild);
    this.rowHeight = row?.offsetHeight || this.rowHeight;
    const above = -list.getBoundingClientRect().top;
    // In steps, so that a row's worth of scrolling does not draw the list anew.
    this.first = Math.max(0, Math.floor((above / this.rowHeight - MARGIN) / MARGIN) * MARGIN);
    this.last = Math.ceil(((above + window.innerHeight) / this.rowHeight + MARGIN) / MARGIN) * MARGIN;
    if (this.folder.more && this.folder.state === 'ready' && this.last + AHEAD > this.folder.entries.length) {
      this.folder.loadMore();
    }
  }

  /** @param {KeyboardEvent} event */
  async #key(event) {
    const from = indexOf(event.target);
    const count = this.folder?.entries.length ?? 0;
    const page = Math.max(1, Math.floor(window.innerHeight / this.rowHeight) - 2);
    /** @type {Record<string, number>} */
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: count - 1 };
    if (from < 0 || !(event.key in to) || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const index = Math.min(Math.max(to[event.key], 0), count - 1);
    this.focused = index;
    this.requestUpdate();
    await this.updateComplete;
    const link = /** @type {HTMLElement | null} */ (this.querySelector(`[data-index="${index}"] .entry-main`));
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {number} of the row it is in, or -1
 */
function indexOf(target) {
  const row = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest('[data-index]') : null);
  return row === null ? -1 : Number(row.dataset.index);
}

customElements.define('homekeep-entries', EntryList);
