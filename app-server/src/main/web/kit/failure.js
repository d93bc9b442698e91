// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { ApiProblem, Cancelled, Unreachable } from '../api/problem.js';
import { language, t } from '../text/text.js';
import { icon } from './icon.js';
import { say } from './toasts.js';

/** @type {Partial<Record<string, import('../text/text.js').TextKey>>} */
const SENTENCES = {
  forbidden: 'problem.forbidden',
  not_found: 'problem.not-found',
  too_large: 'problem.too-large',
  type_not_allowed: 'problem.type',
  too_many_requests: 'problem.too-many',
  busy: 'problem.busy',
  stopping: 'problem.stopping',
  no_space: 'problem.no-space',
  space_unavailable: 'problem.space',
  quota_exceeded: 'problem.quota',
  bad_path: 'problem.path',
  internal: 'problem.internal',
  bad_request: 'problem.fields',
  conflict: 'problem.conflict',
  bad_code: 'code.wrong',
  step_up_required: 'problem.second-factor',
  user_blocked: 'signin.blocked',
  registration_closed: 'problem.registration',
};

/**
 * How the server's words about a field begin: it speaks English only.
 *
 * @type {[string, import('../text/text.js').TextKey][]}
 */
const FIELDS = [
  ['This is needed', 'field.needed'],
  ['This is too long', 'field.long'],
  ['This is too short', 'field.short'],
  ['This is too easy', 'field.easy'],
  ['This repeats itself', 'field.repeats'],
  ['Control characters', 'field.control'],
  ['Use letters, digits', 'field.name'],
  ['Use the six digits', 'field.digits'],
  ['There is no account', 'field.nobody'],
];

/**
 * What went wrong, in the page's language where we know the code, else in the server's words.
 *
 * @param {unknown} problem
 */
export function sentenceOf(problem) {
  if (problem instanceof ApiProblem) {
    const key = SENTENCES[problem.code];
    return key === undefined ? problem.message : t(key);
  }
  return problem instanceof Unreachable ? t('problem.unreachable') : t('problem.internal');
}

/**
 * What is wrong with a field; empty where nothing is.
 *
 * @param {unknown} problem
 * @param {string} name the member's name in the API
 */
export function fieldSentence(problem, name) {
  const said = problem instanceof ApiProblem ? problem.fields[name] ?? '' : '';
  const key = language.value === 'en' ? undefined : FIELDS.find(([beginning]) => said.startsWith(beginning))?.[1];
  return key === undefined ? said : t(key);
}

/**
 * Says for a few seconds what went wrong; nothing where the person did not want to go on.
 *
 * @param {unknown} problem
 */
export function sayProblem(problem) {
  if (!(problem instanceof Cancelled)) {
    say(sentenceOf(problem));
  }
}

/**
 * A designed error: what happened, and a way on.
 *
 * @param {unknown} problem
 * @param {() => void} again
 */
export function failure(problem, again) {
  return html`<div class="empty" role="alert">
    ${icon('alert')}
    <h2>${t('problem.title')}</h2>
    <p>${sentenceOf(problem)}</p>
    <button type="button" class="button" @click=${again}>${icon('retry')}${t('problem.again')}</button>
  </div>`;
}
