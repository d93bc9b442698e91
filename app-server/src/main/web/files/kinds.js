// SPDX-License-Identifier: Apache-2.0

/** @typedef {'folder' | 'image' | 'video' | 'audio' | 'document' | 'archive' | 'file'} Look */

const TEXTS = new Set(['application/json', 'application/xml', 'application/yaml', 'application/x-sh']);
const DOCUMENTS = /pdf|officedocument|opendocument|msword|ms-excel|ms-powerpoint|rtf|epub/;
const ARCHIVES = /zip|x-tar|gzip|x-7z|x-rar|x-bzip|x-xz|zstd/;

/**
 * How an entry looks in a list.
 *
 * @param {import('./entries.js').Entry} entry
 * @returns {Look}
 */
export function lookOf({ kind, type }) {
  if (kind === 'folder') {
    return 'folder';
  }
  const [family] = type.split('/');
  if (family === 'image' || family === 'video' || family === 'audio') {
    return family;
  }
  if (family === 'text' || DOCUMENTS.test(type) || TEXTS.has(type)) {
    return 'document';
  }
  return ARCHIVES.test(type) ? 'archive' : 'file';
}

/** @typedef {'image' | 'video' | 'audio' | 'text' | 'pdf' | 'none'} Showing */

/**
 * How a file can be shown inside the page.
 *
 * @param {string} type
 * @returns {Showing}
 */
export function showingOf(type) {
  const bare = type.split(';')[0].trim();
  const [family] = bare.split('/');
  if (bare === 'image/svg+xml' || bare === 'text/html') {
    return 'none';
  }
  if (family === 'image' || family === 'video' || family === 'audio') {
    return family;
  }
  if (bare === 'application/pdf') {
    return 'pdf';
  }
  return family === 'text' || TEXTS.has(bare) ? 'text' : 'none';
}
