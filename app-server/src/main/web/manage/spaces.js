// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { exchange } from '../api/request.js';
import { failure, fieldSentence, sayProblem } from '../kit/failure.js';
import { entered } from '../kit/field.js';
import { icon } from '../kit/icon.js';
import { Piece } from '../kit/piece.js';
import { say } from '../kit/toasts.js';
import { t } from '../text/text.js';
import { levelOf, levelOptions, rightsOf, sharedSpaces } from './levels.js';

/** @typedef {import('./levels.js').SharedSpace} SharedSpace */

/** The shared spaces and who may use them. Folders are added at the owner's computer alone. */
class Spaces extends Piece {
  static properties = { spaces: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {SharedSpace[] | null} */
    this.spaces = null;
    /** @type {unknown} */
    this.problem = null;
    this.busy = false;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.spaces = await sharedSpaces();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @override */
  render() {
    if (this.problem !== null) {
      return failure(this.problem, () => this.#load());
    }
    if (this.spaces === null) {
      return html`<div class="skeleton skeleton-block" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`;
    }
    return this.spaces.length === 0
      ? html`<div class="empty">${icon('folder')}<p>${t('spaces.none')}</p></div>`
      : this.spaces.map((space) => this.#space(space));
  }

  /** @param {SharedSpace} space */
  #space(space) {
    const heading = `space-${space.id}`;
    return html`<section class="card" data-space=${space.id} aria-labelledby=${heading}>
      <h2 id=${heading}><bdi>${space.name}</bdi>${space.available ? nothing : html` <span class="badge warn">${t('spaces.away')}</span>`}</h2>
      ${space.members.length === 0
        ? html`<p class="muted">${t('spaces.nobody')}</p>`
        : html`<ul class="rows">${space.members.map((member) => this.#member(space, member))}</ul>`}
      <form class="filters" @submit=${(/** @type {SubmitEvent} */ event) => this.#admit(event, space)}>
        <div class="field">
          <label for="${heading}-user">${t('spaces.admit.who')}</label>
          <input id="${heading}-user" name="user" required maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false">
        </div>
        <div class="field">
          <label for="${heading}-level">${t('spaces.admit.level')}</label>
          <select id="${heading}-level" name="level">${levelOptions('look')}</select>
        </div>
        <button class="button" type="submit" ?disabled=${this.busy}>${t('spaces.admit')}</button>
      </form>
    </section>`;
  }

  /**
   * @param {SharedSpace} space
   * @param {{user: string, permissions: string[]}} member
   */
  #member(space, member) {
    const level = levelOf(member.permissions);
    return html`<li class="row" data-member=${member.user}>
      <div class="row-what"><p class="row-name"><bdi>${member.user}</bdi></p></div>
      <select aria-label=${t('spaces.level.label', { name: member.user })} @change=${(/** @type {Event} */ event) => this.#change(event, space, member)}>
        ${levelOptions(level)}
      </select>
      <button type="button" class="button small" ?disabled=${this.busy} aria-label=${t('spaces.dismiss.label', { name: member.user })}
        @click=${() => this.#members(space, without(space, member.user))}>${t('spaces.dismiss')}</button>
    </li>`;
  }

  /**
   * @param {SubmitEvent} event
   * @param {SharedSpace} space
   */
  async #admit(event, space) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const { user, level } = entered(event);
    if (await this.#members(space, [...without(space, user.trim()), { user: user.trim(), permissions: rightsOf(level) }])) {
      form.reset();
    }
  }

  /**
   * @param {Event} event
   * @param {SharedSpace} space
   * @param {{user: string, permissions: string[]}} member
   */
  async #change(event, space, { user, permissions }) {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    if (!(await this.#members(space, [...without(space, user), { user, permissions: rightsOf(select.value) }]))) {
      select.value = levelOf(permissions);
    }
  }

  /**
   * @param {SharedSpace} space
   * @param {SharedSpace['members']} members all of them from now on
   */
  async #members(space, members) {
    this.busy = true;
    try {
      await exchange('PATCH', `/api/v1/spaces/${encodeURIComponent(space.id)}`, { json: { members, was: space.members } });
      say(t('spaces.changed'));
      return true;
    } catch (problem) {
      const why = fieldSentence(problem, 'members');
      if (why === '') {
        sayProblem(problem);
      } else {
        say(why);
      }
      return false;
    } finally {
      this.busy = false;
      await this.#load();
    }
  }
}

/**
 * @param {SharedSpace} space
 * @param {string} user
 */
function without(space, user) {
  return space.members.filter((member) => member.user !== user);
}

customElements.define('homekeep-spaces', Spaces);
