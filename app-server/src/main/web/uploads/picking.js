// SPDX-License-Identifier: Apache-2.0

/**
 * @typedef {object} Picked a file with its place below the open folder
 * @property {File} file
 * @property {string} path such as `Holiday/Beach/one.jpg`
 */

/**
 * What was chosen in a file dialog; a chosen folder keeps its structure.
 *
 * @param {FileList | null} files
 * @returns {Picked[]}
 */
export function picked(files) {
  return [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/**
 * What was dropped, folders with all that is in them.
 *
 * @param {DataTransfer} dropped
 * @returns {Promise<Picked[]>}
 */
export async function filesOf(dropped) {
  // Both must be taken before the first wait: afterwards the browser empties the list.
  const items = [...dropped.items].filter((item) => item.kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  /** @type {Picked[]} */
  const found = [];
  for (const { entry, file } of items) {
    if (entry !== null) {
      await collect(entry, '', found);
    } else if (file !== null) {
      found.push({ file, path: file.name });
    }
  }
  return found;
}

/**
 * @param {FileSystemEntry} entry
 * @param {string} above
 * @param {Picked[]} found
 */
async function collect(entry, above, found) {
  const path = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
    found.push({ file, path });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  // A reader hands out a hundred at a time, and none when it has no more.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return;
    }
    for (const each of some) {
      await collect(each, `${path}/`, found);
    }
  }
}
