// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { t } from '../text/text.js';
import { icon } from './icon.js';

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
  quota_exceeded: 'problem.quota',
  bad_path: 'problem.path',
  internal: 'problem.internal',
};

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
