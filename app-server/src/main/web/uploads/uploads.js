// SPDX-License-Identifier: Apache-2.0
import { connected } from '../api/connection.js';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { withSession } from '../api/request.js';
import { Store } from '../kit/store.js';
import { serverInfo } from '../session/server-info.js';
import { session } from '../session/session.js';
import { keepAwake } from './awake.js';
import { sendFile } from './sending.js';

/**
 * @typedef {'waiting' | 'sending' | 'done' | 'failed' | 'cancelled'} UploadState
 *
 * @typedef {object} Upload
 * @property {number} id
 * @property {string} space
 * @property {string} path the whole one, with the name
 * @property {File} file
 * @property {UploadState} state
 * @property {number} sent bytes
 * @property {unknown} problem
 * @property {string} keptAs the name on the server where it had to be another one
 * @property {number} lost how often the connection broke on it
 * @property {AbortController} abort
 */

const AT_ONCE = 2;
/** A connection that breaks so often on one file breaks because of it. */
const LOST_AT_MOST = 5;

/** A file that has just arrived. @type {Store<{space: string, path: string}>} */
export const arrived = new Store({ space: '', path: '' });

/**
 * All uploads of this page, two at a time. What can't go on because the server is away or the session has ended waits,
 * and goes on by itself.
 */
class Uploads {
  /** @type {Upload[]} */
  all = [];
  /** Touched whenever something here has changed. */
  changed = new Store(0);
  #lastId = 0;
  #owner = '';
  /** The server asked to wait until then. */
  #pausedUntil = 0;

  /**
   * @param {string} space
   * @param {string} folder
   * @param {import('./picking.js').Picked[]} files
   */
  add(space, folder, files) {
    if (this.finished) {
      this.all = [];
    }
    const largest = serverInfo.value.upload_limits.max_file_bytes;
    for (const { file, path } of files) {
      const tooLarge = file.size > largest;
      this.all.push({
        id: ++this.#lastId,
        space,
        path: folder === '/' ? `/${path}` : `${folder}/${path}`,
        file,
        state: tooLarge ? 'failed' : 'waiting',
        sent: 0,
        problem: tooLarge ? new ApiProblem(413, 'too_large', '', 0) : null,
        keptAs: '',
        lost: 0,
        abort: new AbortController(),
      });
    }
    this.#next();
  }

  /** Whether nothing waits or runs. */
  get finished() {
    return this.all.every((each) => each.state !== 'waiting' && each.state !== 'sending');
  }

  /** @param {UploadState} state */
  count(state) {
    return this.all.reduce((sum, each) => sum + Number(each.state === state), 0);
  }

  /** How far all of it is, between 0 and 1. */
  get progress() {
    let sent = 0;
    let total = 0;
    for (const each of this.all) {
      if (each.state !== 'cancelled') {
        // A byte for the file itself, so that many empty ones make progress too.
        total += each.file.size + 1;
        sent += each.state === 'done' ? each.file.size + 1 : Math.min(each.sent, each.file.size);
      }
    }
    // Sent is not kept yet: the last hundredth belongs to the server's word.
    return this.finished ? 1 : Math.min(total === 0 ? 1 : sent / total, 0.99);
  }

  /** @param {Upload} upload */
  cancel(upload) {
    if (upload.state === 'waiting' || upload.state === 'sending') {
      upload.state = 'cancelled';
      upload.abort.abort();
      this.#next();
    }
  }

  cancelAll() {
    for (const each of this.all) {
      this.cancel(each);
    }
  }

  /** @param {Upload[]} which */
  retry(which = this.all) {
    for (const each of which) {
      if (each.state === 'failed' || each.state === 'cancelled') {
        each.lost = 0;
        this.#again(each);
      }
    }
    this.#next();
  }

  clear() {
    this.cancelAll();
    this.all = [];
    this.#next();
  }

  /** Goes on for the person who began; for anybody else there is nothing to go on with. @param {string} userId */
  signedIn(userId) {
    if (this.#owner !== userId) {
      this.clear();
      this.#owner = userId;
    }
    this.#next();
  }

  /** Cuts what runs. @param {boolean} keep whether it goes on after the next sign-in */
  signedOut(keep) {
    if (!keep) {
      this.clear();
      return;
    }
    for (const each of this.all) {
      if (each.state === 'sending') {
        const { abort } = each;
        this.#again(each);
        abort.abort();
      }
    }
    this.#next();
  }

  #next() {
    const going = session.value.kind === 'signed-in' && connected.value && Date.now() >= this.#pausedUntil;
    let free = going ? AT_ONCE - this.count('sending') : 0;
    for (const each of this.all) {
      if (free <= 0) {
        break;
      }
      if (each.state === 'waiting') {
        free--;
        this.#send(each);
      }
    }
    keepAwake(!this.finished);
    this.changed.set(this.changed.value + 1);
  }

  /** @param {Upload} upload */
  async #send(upload) {
    const { abort } = upload;
    upload.state = 'sending';
    try {
      const entry = await withSession(() =>
        sendFile(upload, (sent) => {
          upload.sent = sent;
          this.changed.set(this.changed.value + 1);
        }, abort.signal)
      );
      const name = upload.path.slice(upload.path.lastIndexOf('/') + 1);
      upload.keptAs = entry.name === name ? '' : entry.name;
      upload.state = 'done';
      arrived.set({ space: upload.space, path: upload.path });
    } catch (problem) {
      // Cut by ourselves: whoever cut it has set its state.
      if (!abort.signal.aborted) {
        this.#failed(upload, problem);
      }
    }
    this.#next();
  }

  /**
   * @param {Upload} upload
   * @param {unknown} problem
   */
  #failed(upload, problem) {
    if (problem instanceof Unreachable) {
      upload.lost++;
    }
    if (problem instanceof ApiProblem && problem.retryAfter > 0) {
      const wait = problem.retryAfter * 1000;
      this.#pausedUntil = Date.now() + wait;
      setTimeout(() => this.#next(), wait + 10);
    }
    const later = problem instanceof Unreachable ? upload.lost < LOST_AT_MOST : problem instanceof ApiProblem && (problem.status === 401 || problem.retryAfter > 0);
    if (later) {
      this.#again(upload);
    } else {
      upload.state = 'failed';
      upload.problem = problem;
    }
  }

  /** @param {Upload} upload */
  #again(upload) {
    upload.state = 'waiting';
    upload.sent = 0;
    upload.problem = null;
    upload.abort = new AbortController();
  }

  /** To be called when the server can be reached again. */
  resume() {
    this.#next();
  }
}

export const uploads = new Uploads();

session.watch((state) => {
  if (state.kind === 'signed-in') {
    uploads.signedIn(state.me.user.id);
  } else if (state.kind === 'signed-out') {
    uploads.signedOut(state.reason === 'expired');
  }
});
connected.watch((reachable) => reachable && uploads.resume());

window.addEventListener('beforeunload', (event) => {
  if (!uploads.finished) {
    event.preventDefault();
  }
});
