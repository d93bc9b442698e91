// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { copyable } from '../kit/copy.js';
import { day } from '../kit/format.js';
import { t } from '../text/text.js';
import { qrPicture } from './qr.js';

/**
 * A link that lets somebody in, shown once: to scan, to copy, to hand on.
 *
 * @param {{url: string, expires_at: string}} link
 * @param {string} text what it is
 */
export function linkToGive({ url, expires_at }, text) {
  const share = () => navigator.share({ url }).catch(() => {});
  return html`<div class="note once" role="status">
    <p><strong>${text}</strong></p>
    <img class="qr" src=${qrPicture(url)} alt=${t('give.qr')} width="200" height="200">
    ${copyable('link-to-give', url, text)}
    ${'share' in navigator ? html`<button type="button" class="button small" @click=${share}>${t('give.share')}</button>` : nothing}
    <p class="muted">${t('give.once', { day: day(expires_at) })}</p>
  </div>`;
}
