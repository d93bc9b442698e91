// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { day } from '../kit/format.js';
import { icon } from '../kit/icon.js';
import { t } from '../text/text.js';
import { follow } from './router.js';

/**
 * Reminds of a second factor that must be set up, while there is still time.
 *
 * @param {import('../session/session.js').Me} me
 * @param {boolean} there whether the page is where one does it
 */
export function dueNote(me, there) {
  return me.totp_due_at === null || me.totp_due_at === undefined
    ? nothing
    : html`<div class="note warn due" role="status">
        ${icon('shield')}<span>${t('totp.due', { day: day(me.totp_due_at) })}</span>
        ${there ? nothing : html`<a href="/account" @click=${follow}>${t('totp.due.link')}</a>`}
      </div>`;
}
