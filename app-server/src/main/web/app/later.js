// SPDX-License-Identifier: Apache-2.0
import { html } from 'lit';
import { Store } from '../kit/store.js';
import { t } from '../text/text.js';
import { failure } from '../kit/failure.js';

/** What code has been asked for: whether it is here, or what went wrong. @type {Map<string, boolean | Error>} */
const asked = new Map();

/** Changes when code has come; whoever calls `fetched` is drawn from it. */
export const arrivals = new Store(0);

/**
 * Something whose code is fetched when it is first shown.
 *
 * @param {string} name
 * @param {() => Promise<unknown>} load
 * @param {() => unknown} content
 */
export function fetched(name, load, content) {
  const state = asked.get(name);
  if (state === true) {
    return content();
  }
  if (state === undefined) {
    asked.set(name, false);
    load().then(
      () => came(name, true),
      (problem) => came(name, problem)
    );
  }
  return state instanceof Error
    ? // Another version's code, or no server: loading the page anew mends both.
      failure(state, () => location.reload())
    : html`<div class="skeleton skeleton-block" aria-busy="true"><span class="visually-hidden">${t('app.loading')}</span></div>`;
}

/**
 * @param {string} name
 * @param {true | Error} outcome
 */
function came(name, outcome) {
  asked.set(name, outcome);
  arrivals.set(arrivals.value + 1);
}
