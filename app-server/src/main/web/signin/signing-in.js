// SPDX-License-Identifier: Apache-2.0
import { send } from '../api/request.js';

/**
 * @typedef {object} SignInAnswer
 * @property {'signed_in' | 'second_factor' | 'awaiting_approval'} status
 * @property {string[] | null} methods
 * @property {string | null} ticket what the next step is done with
 * @property {string | null} number what the owner is asked about
 * @property {string | null} expires_at
 * @property {string[] | null} recovery_codes
 *
 * @typedef {object} Enrolment
 * @property {string} secret
 * @property {string} otpauth_uri
 * @property {string} qr_svg
 */

const LOGIN = '/api/v1/auth/login';

/**
 * @param {{username: string, password: string, remember: boolean}} credentials
 * @returns {Promise<SignInAnswer>}
 */
export function signIn(credentials) {
  return ask(LOGIN, credentials);
}

/**
 * @param {string} ticket
 * @param {{totp: string} | {recovery_code: string}} code
 * @returns {Promise<SignInAnswer>}
 */
export function showSecondFactor(ticket, code) {
  return ask(`${LOGIN}/second-factor`, { ticket, ...code });
}

/**
 * For who must set up a second factor before they are let in.
 *
 * @param {string} ticket
 * @returns {Promise<Enrolment>}
 */
export function beginEnrolment(ticket) {
  return ask(`${LOGIN}/enrolment`, { ticket });
}

/**
 * Waits a while for the owner's answer.
 *
 * @param {string} ticket
 * @param {AbortSignal} signal
 * @returns {Promise<SignInAnswer>} `awaiting_approval` where there was none yet
 */
export function awaitApproval(ticket, signal) {
  return ask(`${LOGIN}/approval`, { ticket }, signal);
}

/**
 * @param {string} path
 * @param {unknown} json
 * @param {AbortSignal} [signal]
 */
async function ask(path, json, signal) {
  return (await send('POST', path, { json, signal })).json();
}
