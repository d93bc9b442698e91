// SPDX-License-Identifier: Apache-2.0
import { qrMatrix } from './qr-matrix.js';

/** How much white a reader wants around it, in modules. */
const QUIET = 4;

/**
 * A text as a QR code: the address of a picture, for an img element.
 *
 * @param {string} text
 */
export function qrPicture(text) {
  const { size, dark } = qrMatrix(new TextEncoder().encode(text));
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      path += dark(x, y) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '';
    }
  }
  const whole = size + 2 * QUIET;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}"><rect width="${whole}" height="${whole}" fill="white"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
