// SPDX-License-Identifier: Apache-2.0
import { language } from '../text/text.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
/** @type {Map<string, any>} */
const formats = new Map();

/** The page's language as the browser's owner writes it: a Briton wants British dates. */
function locale() {
  return navigator.languages.find((tag) => tag.slice(0, 2).toLowerCase() === language.value) ?? language.value;
}

/**
 * @template T
 * @param {string} name
 * @param {(language: string) => T} make
 * @returns {T} kept, for making one is slow
 */
function kept(name, make) {
  const key = `${language.value} ${name}`;
  if (!formats.has(key)) {
    formats.set(key, make(locale()));
  }
  return formats.get(key);
}

/** @param {number} bytes */
export function size(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  const digits = step > 0 && value < 10 ? 1 : 0;
  return kept(`${step}.${digits}`, (tag) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: UNITS[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: digits })
  ).format(value);
}

/** @param {number} part between 0 and 1 */
export function percent(part) {
  return kept('percent', (tag) => new Intl.NumberFormat(tag, { style: 'percent' })).format(part);
}

/** @param {number} value */
export function number(value) {
  return kept('number', (tag) => new Intl.NumberFormat(tag)).format(value);
}

/** @param {string} time RFC 3339 */
export function day(time) {
  return kept('day', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })).format(new Date(time));
}

/** @param {string} time RFC 3339 */
export function moment(time) {
  return kept('moment', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })).format(new Date(time));
}

/** @param {string} time RFC 3339, in the past */
export function ago(time) {
  const seconds = Math.max(0, (Date.now() - Date.parse(time)) / 1000);
  const relative = kept('ago', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  if (seconds < 3600) {
    return relative.format(-Math.floor(seconds / 60), 'minute');
  }
  return seconds < 86_400 ? relative.format(-Math.floor(seconds / 3600), 'hour') : relative.format(-Math.floor(seconds / 86_400), 'day');
}
