// SPDX-License-Identifier: Apache-2.0
import { askJson } from '../api/request.js';

/**
 * For who is signed in.
 *
 * @returns {Promise<import('../signin/signing-in.js').Enrolment>}
 */
export function beginMyEnrolment() {
  return askJson('POST', '/api/v1/auth/totp/enrolment', undefined);
}

/**
 * @param {string} code
 * @returns {Promise<{recovery_codes: string[]}>}
 */
export function confirmMyEnrolment(code) {
  return askJson('POST', '/api/v1/auth/totp/confirm', { code });
}
