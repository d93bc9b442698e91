// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { languageSwitch } from '../kit/language-switch.js';

/** The picture above all cards; the shell knows where it is. */
const picture = document.querySelector('homekeep-app')?.getAttribute('data-icon') ?? '';

/**
 * A page outside of one's files: one card in the middle, the languages below it.
 *
 * @param {string} heading
 * @param {unknown} content
 */
export function card(heading, content) {
  return html`<main class="sign-in">
    <div class="sign-in-card">
      ${picture === '' ? nothing : html`<img class="sign-in-icon" src=${picture} alt="" width="64" height="64">`}
      <h1 tabindex="-1">${heading}</h1>
      ${content}
    </div>
    ${languageSwitch()}
  </main>`;
}
