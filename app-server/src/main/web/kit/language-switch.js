// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { LANGUAGES, language, speak } from '../text/text.js';

/** The languages side by side; the present one is marked. */
export function languageSwitch() {
  return html`<div class="languages" role="group" aria-label="Language · Sprache">
    ${LANGUAGES.map(
      ([tag, name]) =>
        html`<button type="button" class="language" lang=${tag} aria-pressed=${language.value === tag ? 'true' : 'false'} @click=${() => speak(tag)}>${name}</button>`
    )}
  </div>`;
}
