// SPDX-License-Identifier: Apache-2.0
import { Store } from '../kit/store.js';

/**
 * @typedef {object} FilesChanged
 * @property {string} space empty where we may have missed something
 * @property {string} path
 */

/** What changed last in some folder. @type {Store<FilesChanged>} */
export const filesChanged = new Store({ space: '', path: '' });

/** Counts up whenever the spaces one may use may be others. @type {Store<number>} */
export const spacesChanged = new Store(0);

/** @type {EventSource | undefined} */
let stream;

/**
 * Opens the stream of what happens on the server; closes an older one.
 *
 * @param {(reason: string) => void} onRevoked the session has ended
 * @param {() => void} onOpened
 * @param {() => void} onBroken the stream has ended; it is for the caller to open it again
 */
export function openEvents(onRevoked, onOpened, onBroken) {
  closeEvents();
  const opened = new EventSource('/api/v1/events');
  stream = opened;
  opened.addEventListener('open', onOpened);
  opened.addEventListener('session_revoked', (event) => onRevoked(read(event).reason ?? ''));
  opened.addEventListener('files_changed', (event) => {
    const { space, path } = read(event);
    filesChanged.set({ space: String(space), path: String(path) });
  });
  opened.addEventListener('spaces_changed', tellSpacesChanged);
  opened.addEventListener('error', () => {
    // A browser's own retries don't look at why: we ask first whether the session is still there.
    opened.close();
    if (stream === opened) {
      onBroken();
    }
  });
}

export function tellSpacesChanged() {
  spacesChanged.set(spacesChanged.value + 1);
}

export function closeEvents() {
  stream?.close();
  stream = undefined;
}

/** @param {MessageEvent} event */
function read(event) {
  try {
    return JSON.parse(event.data);
  } catch {
    return {};
  }
}
