// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { connected } from '../api/connection.js';
import { filesChanged, spacesChanged } from '../api/events.js';
import { ApiProblem } from '../api/problem.js';
import { filesAddress, follow, go, place } from '../app/router.js';
import { failure } from '../kit/failure.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { t } from '../text/text.js';
import { filesOf, picked } from '../uploads/picking.js';
import { arrived, uploads } from '../uploads/uploads.js';
import { breadcrumb } from './breadcrumb.js';
import { Folder, loadSpaces } from './entries.js';
import './entry-list.js';
import './preview.js';

/** Changes that come close together are shown together; a steady flow of them is shown all the same. */
const TOGETHER_MS = 300;
const KEPT_SORT = 'homekeep.sort';
/** @type {[import('./entries.js').Sort, import('../text/text.js').TextKey][]} */
const SORTS = [
  ['name', 'files.sort.name'],
  ['-modified', 'files.sort.newest'],
  ['-size', 'files.sort.largest'],
];

/** Spaces, folders and what lies in them. */
class FilesPage extends Piece {
  static properties = { spaces: { state: true }, problem: { state: true }, folder: { state: true }, version: { state: true }, dropping: { state: true } };

  constructor() {
    super();
    /** @type {import('./entries.js').Space[] | null} */
    this.spaces = null;
    /** @type {unknown} */
    this.problem = null;
    /** @type {Folder | null} */
    this.folder = null;
    this.version = 0;
    this.dropping = false;
    this.sort = SORTS.find(([sort]) => sort === localStorage.getItem(KEPT_SORT))?.[0] ?? 'name';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.drawnFrom(place);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.onChange(place, () => this.#arrive());
    this.onChange(filesChanged, ({ space, path }) => {
      if (space === '' || (space === this.folder?.space && path === this.folder?.path)) {
        this.#reloadSoon();
      }
    });
    this.onChange(spacesChanged, () => this.#refresh());
    this.onChange(arrived, ({ space, path }) => {
      if (space === this.folder?.space && path.startsWith(this.folder.path)) {
        this.#reloadSoon();
      }
    });
    this.onChange(connected, (reachable) => reachable && (this.spaces === null ? this.#start() : this.#reloadSoon()));
    this.listen(window, 'dragover', (event) => this.#over(event));
    this.listen(window, 'dragleave', (event) => event.relatedTarget === null && (this.dropping = false));
    this.listen(window, 'drop', (event) => this.#drop(event));
    this.#start();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.folder?.close();
  }

  async #start() {
    this.problem = null;
    try {
      this.spaces = await loadSpaces();
      this.#arrive();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The spaces may be others now; what is shown stays where it may be. */
  async #refresh() {
    try {
      this.spaces = await loadSpaces();
      this.#arrive();
    } catch {
      // Whoever can't be reached, or is signed out, is told elsewhere; what is shown is as good as it was.
    }
  }

  /** Opens the folder that the address names. */
  #arrive() {
    const to = place.value;
    if (to.page !== 'files' || this.spaces === null) {
      return;
    }
    if (to.space === '' && this.spaces.length === 1) {
      go(filesAddress({ space: this.spaces[0].id }), { replace: true });
      return;
    }
    if (to.space === '') {
      this.#close();
    } else if (this.folder?.space !== to.space || this.folder.path !== to.path || this.folder.sort !== this.sort) {
      const moved = this.folder !== null && this.folder.sort === this.sort;
      this.#close();
      this.folder = new Folder(to.space, to.path, this.sort, () => this.version++);
      this.folder.load();
      window.scrollTo(0, 0);
      if (moved) {
        this.updateComplete.then(() => this.querySelector('h1')?.focus({ preventScroll: true }));
      }
    }
  }

  #close() {
    this.folder?.close();
    this.folder = null;
  }

  #reloadSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.folder?.load(this.folder.entries.length);
    }, TOGETHER_MS);
  }

  /** @override */
  render() {
    if (this.problem !== null) {
      return failure(this.problem, () => this.#start());
    }
    const to = place.value;
    if (this.spaces === null || to.page !== 'files') {
      return skeleton();
    }
    if (this.folder === null) {
      return to.space === '' ? this.#chooser(this.spaces) : skeleton();
    }
    const space = this.spaces.find((each) => each.id === this.folder?.space);
    return space === undefined ? missing() : this.#folder(space, this.folder, to.open);
  }

  /** @param {import('./entries.js').Space[]} spaces */
  #chooser(spaces) {
    return html`<h1 tabindex="-1">${t('files.spaces')}</h1>
      ${spaces.length === 0
        ? html`<div class="empty">${icon('folder')}<p>${t('files.no-spaces')}</p></div>`
        : html`<ul class="spaces">
            ${spaces.map(
              (space) => html`<li><a class="space" href=${filesAddress({ space: space.id })} @click=${follow}><span class="tile folder">${icon('folder')}</span><bdi>${nameOf(space)}</bdi></a></li>`
            )}
          </ul>`}`;
  }

  /**
   * @param {import('./entries.js').Space} space
   * @param {Folder} folder
   * @param {string} open
   */
  #folder(space, folder, open) {
    if (gone(folder)) {
      return missing();
    }
    const uploading = space.permissions.includes('file:upload');
    return html`
      <div class="files-head">
        ${breadcrumb({ space: space.id, spaceName: nameOf(space), path: folder.path, several: (this.spaces?.length ?? 0) > 1 })}
        <div class="files-tools">
          <label class="sort"><span class="visually-hidden">${t('files.sort')}</span>
            <select id="sort" @change=${this.#sorted}>
              ${SORTS.map(([sort, key]) => html`<option value=${sort} ?selected=${sort === this.sort}>${t(key)}</option>`)}
            </select>
          </label>
          ${uploading ? this.#uploadButtons() : nothing}
        </div>
      </div>
      ${this.#content(folder, uploading)}
      ${this.dropping ? html`<div class="drop-veil"><p>${icon('upload')}${t('files.drop', { folder: nameHere(space, folder) })}</p></div>` : nothing}
      ${open === '' ? nothing : html`<homekeep-preview .folder=${folder} .name=${open} .version=${this.version}></homekeep-preview>`}
    `;
  }

  #uploadButtons() {
    return html`
      <label class="button upload-folder">
        ${icon('folder-up')}<span>${t('files.upload-folder')}</span>
        <input class="visually-hidden" type="file" id="pick-folder" webkitdirectory multiple @change=${this.#picked}>
      </label>
      <label class="button primary upload-files">
        ${icon('plus')}<span>${t('files.upload')}</span>
        <input class="visually-hidden" type="file" id="pick-files" multiple @change=${this.#picked}>
      </label>
    `;
  }

  /**
   * @param {Folder} folder
   * @param {boolean} uploading
   */
  #content(folder, uploading) {
    if (folder.state === 'failed' && folder.entries.length === 0) {
      return failure(folder.problem, () => folder.load());
    }
    if (folder.state === 'loading') {
      return skeletonRows();
    }
    if (folder.entries.length === 0) {
      return html`<div class="empty" data-empty>
        ${icon('folder')}
        <h2>${t('files.empty.title')}</h2>
        <p>${uploading ? t('files.empty.teach') : t('files.empty.viewer')}</p>
      </div>`;
    }
    return html`<homekeep-entries .folder=${folder} .version=${this.version}></homekeep-entries>`;
  }

  /** @param {Event} event */
  #sorted(event) {
    this.sort = /** @type {import('./entries.js').Sort} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    localStorage.setItem(KEPT_SORT, this.sort);
    this.#arrive();
  }

  /** @param {Event} event */
  #picked(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    this.#send(picked(input.files));
    input.value = '';
  }

  #mayUpload() {
    const space = this.spaces?.find((each) => each.id === this.folder?.space);
    return this.folder !== null && !gone(this.folder) && (space?.permissions.includes('file:upload') ?? false);
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (event.dataTransfer?.types.includes('Files')) {
      // Without this a browser opens the file in place of the page.
      event.preventDefault();
      event.dataTransfer.dropEffect = this.#mayUpload() ? 'copy' : 'none';
      this.dropping = this.#mayUpload();
    }
  }

  /** @param {DragEvent} event */
  async #drop(event) {
    this.dropping = false;
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      if (this.#mayUpload()) {
        this.#send(await filesOf(event.dataTransfer));
      }
    }
  }

  /** @param {import('../uploads/picking.js').Picked[]} files */
  #send(files) {
    if (this.folder !== null && files.length > 0) {
      uploads.add(this.folder.space, this.folder.path, files);
    }
  }
}

/** @param {import('./entries.js').Space} space */
function nameOf(space) {
  return space.kind === 'personal' ? t('files.mine') : space.name;
}

/**
 * @param {import('./entries.js').Space} space
 * @param {Folder} folder
 */
function nameHere(space, folder) {
  return folder.path === '/' ? nameOf(space) : folder.path.slice(folder.path.lastIndexOf('/') + 1);
}

/** @param {Folder} folder */
function gone({ state, problem }) {
  return state === 'failed' && problem instanceof ApiProblem && problem.status === 404;
}

function missing() {
  return html`<div class="empty" role="alert">
    ${icon('alert')}
    <h1 tabindex="-1">${t('files.missing.title')}</h1>
    <p>${t('files.missing.text')}</p>
    <a class="button" href="/files" @click=${follow}>${t('files.missing.back')}</a>
  </div>`;
}

function skeletonRows() {
  return html`<div class="skeleton-rows" aria-busy="true">
    <span class="visually-hidden" role="status">${t('app.loading')}</span>
    ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="skeleton"></div>`)}
  </div>`;
}

function skeleton() {
  return html`<div class="skeleton skeleton-heading"></div>${skeletonRows()}`;
}

customElements.define('homekeep-files', FilesPage);
