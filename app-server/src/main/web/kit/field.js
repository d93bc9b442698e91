// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';

/**
 * @typedef {object} Field
 * @property {string} id its name in the form, too
 * @property {string} label
 * @property {string} [value] what stands in it at first
 * @property {string} [type]
 * @property {string} [autocomplete]
 * @property {string} [hint] said below it
 * @property {string} [problem] what is wrong with it
 * @property {boolean} [optional]
 * @property {boolean} [readonly]
 * @property {number} [longest]
 * @property {boolean} [plain] a name or a code, which no phone should correct
 */

/**
 * A field with its label, and what there is to say about it.
 *
 * @param {Field} field
 */
export function field({ id, label, value = '', type = 'text', autocomplete = 'off', hint = '', problem = '', optional = false, readonly = false, longest = 64, plain = false }) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id} name=${id} type=${type} value=${value} autocomplete=${autocomplete} maxlength=${longest} ?required=${!optional} ?readonly=${readonly}
      autocapitalize=${plain ? 'none' : nothing} spellcheck=${plain ? 'false' : nothing}
      aria-invalid=${problem === '' ? nothing : 'true'} aria-describedby=${described(id, hint, problem)}>
    ${remarks(id, hint, problem)}
  </div>`;
}

/**
 * @param {string} id
 * @param {string} hint
 * @param {string} problem
 */
export function described(id, hint, problem) {
  return [problem === '' ? '' : `${id}-problem`, hint === '' ? '' : `${id}-hint`].filter((each) => each !== '').join(' ') || nothing;
}

/**
 * @param {string} id
 * @param {string} hint
 * @param {string} problem
 */
export function remarks(id, hint, problem) {
  return html`
    ${problem === '' ? nothing : html`<p class="field-problem" id="${id}-problem">${problem}</p>`}
    ${hint === '' ? nothing : html`<p class="muted" id="${id}-hint">${hint}</p>`}
  `;
}

/**
 * What stands in a form's fields; a box that is ticked is `on`.
 *
 * @param {SubmitEvent} event
 * @returns {Record<string, string>}
 */
export function entered(event) {
  const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
  return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
}
