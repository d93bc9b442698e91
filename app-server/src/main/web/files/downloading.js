// SPDX-License-Identifier: Apache-2.0
import { sentenceOf } from '../kit/failure.js';
import { say } from '../kit/toasts.js';
import { isStale, keepFresh } from '../session/session.js';

/**
 * For a click on a link to a file's bytes: lets the browser follow it, after a refresh where the access token is about
 * to end.
 *
 * @param {MouseEvent} event
 */
export async function download(event) {
  if (!isStale()) {
    return;
  }
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  event.preventDefault();
  try {
    await keepFresh();
    location.assign(link.href);
  } catch (problem) {
    say(sentenceOf(problem));
  }
}
