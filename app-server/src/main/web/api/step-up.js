// SPDX-License-Identifier: Apache-2.0
import { Store } from '../kit/store.js';
import { ApiProblem, Cancelled } from './problem.js';

/**
 * @typedef {object} Question
 * @property {() => void} shown the person has shown who they are
 * @property {() => void} cancelled
 */

/** Where somebody is asked to show again who they are. @type {Store<Question | null>} */
export const question = new Store(/** @type {Question | null} */ (null));

/** The question that stands; all who need the answer share it. @type {Promise<void> | null} */
let open = null;

/**
 * Does something, and once more when the server first wants to see a fresh password.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function steppedUp(work) {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.code === 'step_up_required')) {
      throw problem;
    }
    await stepUp();
    return work();
  }
}

/**
 * Asks the person to show again who they are.
 *
 * @throws {Cancelled}
 */
export function stepUp() {
  open ??= new Promise((shown, refuse) => {
    question.set({ shown: () => shown(undefined), cancelled: () => refuse(new Cancelled()) });
  }).finally(() => {
    open = null;
    question.set(null);
  });
  return open;
}
