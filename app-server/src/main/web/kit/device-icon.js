// SPDX-License-Identifier: Apache-2.0
import { icon } from './icon.js';

const HANDHELD = /phone|pixel|galaxy|android|ipad|tablet/i;

/** A picture of the kind of device that the name tells of. @param {string} name */
export function deviceIcon(name) {
  return icon(HANDHELD.test(name) ? 'phone' : 'computer');
}
