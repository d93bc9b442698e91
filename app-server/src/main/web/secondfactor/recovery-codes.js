// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { copyButton } from '../kit/copy.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { saveText } from '../kit/save.js';
import { serverInfo } from '../session/server-info.js';
import { t } from '../text/text.js';

/** Recovery codes, which are shown this once: to save, to copy or to print. Says `kept` when the person goes on. */
class RecoveryCodes extends Piece {
  static properties = { codes: {}, sure: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.codes = [];
    this.sure = false;
  }

  /** @override */
  render() {
    return html`
      <p>${t('recovery.keep')}</p>
      <div class="printed">
        <p class="only-printed">${t('recovery.of', { server: serverInfo.value.name })}</p>
        <ul class="recovery-codes" id="recovery-codes">${this.codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
      </div>
      <div class="recovery-ways">
        <button type="button" class="button small" id="save-codes" @click=${this.#save}>${icon('download')}${t('recovery.save')}</button>
        ${copyButton('recovery-codes', this.codes.join('\n'))}
        <button type="button" class="button small" @click=${() => window.print()}>${icon('print')}${t('recovery.print')}</button>
      </div>
      <label class="check"><input type="checkbox" id="codes-kept" .checked=${this.sure} @change=${this.#tick}><span>${t('recovery.sure')}</span></label>
      <button type="button" class="button primary wide" id="codes-done" ?disabled=${!this.sure} @click=${() => this.dispatchEvent(new CustomEvent('kept'))}>
        ${t('recovery.go-on')}
      </button>
    `;
  }

  /** @param {Event} event */
  #tick(event) {
    this.sure = /** @type {HTMLInputElement} */ (event.currentTarget).checked;
  }

  #save() {
    const heading = t('recovery.of', { server: serverInfo.value.name });
    saveText(`${t('recovery.file')}.txt`, `${heading}\n\n${this.codes.join('\n')}\n`);
  }
}

customElements.define('homekeep-recovery-codes', RecoveryCodes);
