// SPDX-License-Identifier: Apache-2.0
import { t } from '../text/text.js';

/** @type {Record<string, import('../text/text.js').TextKey>} */
const WORDS = {
  USER_LOGIN: 'event.login',
  LOGIN_FAILED: 'event.login-failed',
  USER_LOGOUT: 'event.logout',
  SESSION_REVOKED: 'event.session-revoked',
  SESSION_REUSE: 'event.session-reuse',
  SESSION_EXPIRED: 'event.session-expired',
  USER_CREATE: 'event.user-create',
  USER_UPDATE: 'event.user-update',
  USER_BLOCK: 'event.user-block',
  USER_UNBLOCK: 'event.user-unblock',
  USER_DEACTIVATE: 'event.user-deactivate',
  USER_DELETE: 'event.user-delete',
  ROLE_CHANGE: 'event.role-change',
  INVITE_CREATE: 'event.invite-create',
  INVITE_ACCEPT: 'event.invite-accept',
  INVITE_REVOKE: 'event.invite-revoke',
  REGISTER: 'event.register',
  REGISTER_ACCEPT: 'event.register-accept',
  REGISTER_DENY: 'event.register-deny',
  PASSWORD_CHANGE: 'event.password-change',
  PASSWORD_FORGOTTEN: 'event.password-forgotten',
  PASSWORD_RESET_CODE: 'event.password-code',
  PASSWORD_RESET: 'event.password-reset',
  STEP_UP: 'event.step-up',
  STEP_UP_FAILED: 'event.step-up-failed',
  TOTP_ENABLE: 'event.totp-enable',
  TOTP_DISABLE: 'event.totp-disable',
  TOTP_RESET: 'event.totp-reset',
  RECOVERY_CODES_CREATE: 'event.recovery-create',
  RECOVERY_CODE_USED: 'event.recovery-used',
  DEVICE_ASKED: 'event.device-asked',
  DEVICE_ALLOWED: 'event.device-allowed',
  DEVICE_DENIED: 'event.device-denied',
  DEVICE_REVOKE: 'event.device-revoke',
  API_KEY_CREATE: 'event.key-create',
  API_KEY_REVOKE: 'event.key-revoke',
  GUESSES_BLOCK: 'event.guesses-block',
  GUESSES_UNBLOCK: 'event.guesses-unblock',
  ADDRESS_BLOCK: 'event.address-block',
  ADDRESS_UNBLOCK: 'event.address-unblock',
  FILE_UPLOAD: 'event.upload',
  FILE_DOWNLOAD: 'event.download',
  FILE_DELETE: 'event.delete',
  SPACE_CREATE: 'event.space-create',
  SPACE_UPDATE: 'event.space-update',
  SPACE_REMOVE: 'event.space-remove',
  SETTINGS_CHANGE: 'event.settings',
  ACCESS_DENIED: 'event.denied',
};

/** What an event is called; of a kind that this page does not know yet, the log's own name. @param {string} event */
export function eventName(event) {
  const key = WORDS[event];
  return key === undefined ? event.toLowerCase().replaceAll('_', ' ') : t(key);
}
