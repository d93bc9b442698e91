// SPDX-License-Identifier: Apache-2.0
import { Store } from '../kit/store.js';

/** @typedef {keyof typeof import('./language-en.js').default} TextKey */
/** @typedef {'en' | 'de'} Language */

const KEPT = 'homekeep.language';
/** @type {Record<Language, () => Promise<{default: Record<TextKey, string>}>>} */
const LOADERS = {
  en: () => import('./language-en.js'),
  de: () => import('./language-de.js'),
};

/** The languages by the names their speakers give them. */
export const LANGUAGES = /** @type {const} */ ([
  ['en', 'English'],
  ['de', 'Deutsch'],
]);

export const language = new Store(/** @type {Language} */ ('en'));

/** @type {Partial<Record<TextKey, string>>} */
let texts = {};

/** Loads the language that was chosen here before, else the first one of the browser's that we speak. */
export async function loadLanguage() {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  await use(LANGUAGES.find(([tag]) => tag === wanted.find((each) => each === 'en' || each === 'de'))?.[0] ?? 'en');
}

/**
 * Changes the language and remembers it on this device.
 *
 * @param {Language} tag
 */
export async function speak(tag) {
  localStorage.setItem(KEPT, tag);
  await use(tag);
}

/** @param {Language} tag */
async function use(tag) {
  texts = (await LOADERS[tag]()).default;
  document.documentElement.lang = tag;
  language.set(tag);
}

/**
 * The text in the page's language.
 *
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values] for the names in braces
 */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The text for one or for many.
 *
 * @param {TextKey} one
 * @param {TextKey} many with `{n}`
 * @param {number} n
 * @param {Record<string, string | number>} [values]
 */
export function counted(one, many, n, values = {}) {
  const rule = new Intl.PluralRules(language.value).select(n);
  return t(rule === 'one' ? one : many, { n: new Intl.NumberFormat(language.value).format(n), ...values });
}
