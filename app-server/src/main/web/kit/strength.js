// SPDX-License-Identifier: Apache-2.0

/** How many bits each step of the meter takes. */
const STEPS = [28, 44, 60];

/**
 * How hard a password is to guess, roughly, from 1 to 4: the server has the last word.
 *
 * @param {string} password
 * @param {number} shortest what the server takes at least
 */
export function strength(password, shortest) {
  const length = [...password].length;
  if (length < shortest) {
    return 1;
  }
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  // What repeats itself adds little.
  const different = new Set(password.toLowerCase()).size;
  const bits = Math.min(length, different * 1.6) * (2.6 + kinds * 0.6);
  return 1 + STEPS.filter((step) => bits >= step).length;
}

/** @param {string} password */
export function lengthOf(password) {
  return [...password.normalize('NFC')].length;
}
