// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { t } from '../text/text.js';
import { icon } from './icon.js';
import { say } from './toasts.js';

/**
 * A text to take along: shown so that it can be selected, with a button that copies it.
 *
 * @param {string} id
 * @param {string} text
 * @param {string} label what it is, for screen readers
 */
export function copyable(id, text, label) {
  return html`<div class="copyable">
    <output id=${id} class="copyable-text" aria-label=${label}>${text}</output>
    ${copyButton(id, text)}
  </div>`;
}

/**
 * @param {string} id of the element that shows the text
 * @param {string} text
 */
export function copyButton(id, text) {
  return html`<button type="button" class="button small" @click=${() => copy(id, text)}>${icon('copy')}${t('copy.button')}</button>`;
}

/**
 * @param {string} id
 * @param {string} text
 */
async function copy(id, text) {
  try {
    await navigator.clipboard.writeText(text);
    say(t('copy.done'));
  } catch {
    // Not every browser lets a page write there: then the person does it.
    const shown = document.getElementById(id);
    if (shown !== null) {
      getSelection()?.selectAllChildren(shown);
    }
    say(t('copy.selected'));
  }
}
