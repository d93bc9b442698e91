// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { exchange } from '../api/request.js';
import { filesAddress, go, goBackTo } from '../app/router.js';
import { sentenceOf } from '../kit/failure.js';
import { moment, size } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';
import { download } from './downloading.js';
import { contentUrl, joined } from './entries.js';
import { lookOf, showingOf } from './kinds.js';

/** So much of a text is shown. */
const TEXT_BYTES = 256 * 1024;

/** One file over the whole page; arrows lead to its neighbours. */
class Preview extends Piece {
  static properties = { folder: {}, name: {}, version: {}, text: { state: true }, broken: { state: true } };

  constructor() {
    super();
    /** @type {import('./entries.js').Folder | null} */
    this.folder = null;
    this.name = '';
    this.version = 0;
    /** @type {string | null} */
    this.text = null;
    /** Why it can't be shown; empty when it can. */
    this.broken = '';
    this.loaded = '';
  }

  /** @override */
  firstUpdated() {
    this.querySelector('dialog')?.showModal();
  }

  /** @override */
  willUpdate() {
    if (this.loaded !== this.name && this.folder?.state === 'ready') {
      this.loaded = this.name;
      this.text = null;
      this.broken = '';
      const entry = this.#entry();
      if (entry !== undefined && showingOf(entry.type) === 'text') {
        this.#loadText(entry.name);
      }
    }
  }

  /** @override */
  render() {
    const entry = this.#entry();
    const url = this.#url(false);
    return html`<dialog class="preview" aria-label=${this.name} @close=${this.#closed} @keydown=${this.#key}>
      <header class="preview-bar">
        <button type="button" class="icon-button" autofocus aria-label=${t('preview.close')} title=${t('preview.close')} @click=${this.#close}>${icon('close')}</button>
        <div class="preview-what">
          <h2><bdi>${this.name}</bdi></h2>
          ${entry === undefined ? nothing : html`<p class="muted">${size(entry.size)} · ${moment(entry.modified_at)}</p>`}
        </div>
        <a class="button" href=${this.#url(true)} aria-label=${t('files.download.label', { name: this.name })} @click=${download}>${icon('download')}<span>${t('files.download')}</span></a>
      </header>
      <div class="preview-stage">
        ${this.#step(-1)}
        <div class="preview-content">${keyed(this.name, entry === undefined ? this.#plain() : this.#shown(entry, url))}</div>
        ${this.#step(1)}
      </div>
    </dialog>`;
  }

  /**
   * @param {import('./entries.js').Entry} entry
   * @param {string} url
   */
  #shown(entry, url) {
    const failed = () => (this.broken = t('preview.broken'));
    if (this.broken !== '') {
      return this.#plain();
    }
    switch (showingOf(entry.type)) {
      case 'image':
        return html`<img src=${url} alt=${entry.name} @error=${failed}>`;
      case 'video':
        return html`<video src=${url} controls playsinline preload="metadata" aria-label=${entry.name} @error=${failed}></video>`;
      case 'audio':
        return html`<div class="preview-card"><span class="tile audio">${icon('audio')}</span><audio src=${url} controls preload="metadata" aria-label=${entry.name} @error=${failed}></audio></div>`;
      case 'text':
        return this.text === null
          ? html`<div class="skeleton skeleton-block" aria-busy="true"></div>`
          : html`<pre class="preview-text" tabindex="0" dir="auto" aria-label=${entry.name}>${this.text}</pre>
              ${entry.size > TEXT_BYTES ? html`<p class="muted preview-note">${t('preview.beginning', { size: size(TEXT_BYTES) })}</p>` : nothing}`;
      case 'pdf':
        return this.#plain(html`<a class="button primary" href=${url} target="_blank" rel="noopener" @click=${download}>${icon('open')}${t('preview.open')}</a>`);
      default:
        return this.#plain();
    }
  }

  /** @param {unknown} [more] */
  #plain(more = nothing) {
    const entry = this.#entry();
    const look = entry === undefined ? 'file' : lookOf(entry);
    return html`<div class="preview-card">
      <span class="tile ${look}">${icon(look)}</span>
      <p>${more === nothing ? this.broken || t('preview.none') : t('preview.pdf')}</p>
      ${more}
    </div>`;
  }

  /** @param {-1 | 1} by */
  #step(by) {
    const to = this.#neighbour(by);
    const label = by < 0 ? t('preview.previous') : t('preview.next');
    return html`<button type="button" class="icon-button preview-step" aria-label=${label} title=${label} ?disabled=${to === undefined}
      @click=${() => this.#show(to)}>${icon(by < 0 ? 'back' : 'next')}</button>`;
  }

  #entry() {
    return this.folder?.entries.find((entry) => entry.name === this.name && entry.kind === 'file');
  }

  /** @param {-1 | 1} by */
  #neighbour(by) {
    const files = this.folder?.entries.filter((entry) => entry.kind === 'file') ?? [];
    const index = files.findIndex((entry) => entry.name === this.name);
    return index < 0 ? undefined : files[index + by]?.name;
  }

  /** @param {string | undefined} name */
  #show(name) {
    if (name !== undefined && this.folder !== null) {
      go(filesAddress({ space: this.folder.space, path: this.folder.path, open: name }), { replace: true });
    }
  }

  /** @param {string} name */
  async #loadText(name) {
    const url = this.#url(false);
    try {
      const answer = await exchange('GET', url, { headers: { Range: `bytes=0-${TEXT_BYTES - 1}` } });
      const text = await answer.text();
      if (this.name === name) {
        this.text = text;
      }
    } catch (problem) {
      // A range of an empty file can't be satisfied.
      this.broken = this.#entry()?.size === 0 ? t('preview.empty') : sentenceOf(problem);
    }
  }

  /** @param {boolean} asDownload */
  #url(asDownload) {
    return this.folder === null ? '' : contentUrl(this.folder.space, joined(this.folder.path, this.name), { download: asDownload });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // In a player or a text the arrows are its own.
    if (event.target instanceof HTMLMediaElement || event.target instanceof HTMLPreElement) {
      return;
    }
    if (event.key === 'ArrowLeft') {
      this.#show(this.#neighbour(-1));
    } else if (event.key === 'ArrowRight') {
      this.#show(this.#neighbour(1));
    }
  }

  #close() {
    this.querySelector('dialog')?.close();
  }

  #closed() {
    if (this.folder !== null && this.isConnected) {
      goBackTo(filesAddress({ space: this.folder.space, path: this.folder.path }));
    }
  }
}

customElements.define('homekeep-preview', Preview);
