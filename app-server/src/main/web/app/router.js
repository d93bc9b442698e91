// SPDX-License-Identifier: Apache-2.0
import { Store } from '../kit/store.js';

/**
 * @typedef {{page: 'files', space: string, path: string, open: string} | {page: 'account'} |
 *   {page: 'manage', part: string, id: string} | {page: 'invite' | 'reset' | 'forgot' | 'register'} | {page: 'elsewhere'}} Place
 *   `elsewhere`: an address that is not the page's own, reached without a valid access cookie
 */

/** Where one is. @type {Store<Place>} */
export const place = new Store(placeOf(location));

/**
 * @param {{space?: string, path?: string, open?: string}} [to]
 * @returns {string} an address
 */
export function filesAddress({ space = '', path = '/', open = '' } = {}) {
  if (space === '') {
    return '/files';
  }
  const query = new URLSearchParams();
  if (path !== '/') {
    query.set('path', path);
  }
  if (open !== '') {
    query.set('open', open);
  }
  const text = query.toString();
  return `/files/${encodeURIComponent(space)}${text === '' ? '' : `?${text}`}`;
}

/**
 * @param {string} address one of the page's own
 * @param {{replace?: boolean}} [how]
 */
export function go(address, { replace = false } = {}) {
  if (replace) {
    history.replaceState(history.state, '', address);
  } else {
    history.pushState({ from: location.pathname + location.search }, '', address);
  }
  place.set(placeOf(location));
}

/**
 * Goes back where that leads to the address, else goes to it as a new step.
 *
 * @param {string} address
 */
export function goBackTo(address) {
  if (history.state?.from === address) {
    history.back();
  } else {
    go(address, { replace: true });
  }
}

/**
 * For a click on a link to one of the page's own addresses: goes there without loading anything anew.
 *
 * @param {MouseEvent} event
 */
export function follow(event) {
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    go(link.pathname + link.search);
  }
}

/**
 * @param {{pathname: string, search: string}} address
 * @returns {Place}
 */
function placeOf({ pathname, search }) {
  const [first, second = '', third = ''] = pathname.split('/').slice(1);
  const query = new URLSearchParams(search);
  switch (first) {
    case '':
    case 'sign-in':
      return { page: 'files', space: '', path: '/', open: '' };
    case 'files':
      return { page: 'files', space: decodeURIComponent(second), path: query.get('path') || '/', open: query.get('open') || '' };
    case 'account':
      return { page: 'account' };
    case 'manage':
      return { page: 'manage', part: second || 'people', id: decodeURIComponent(third) };
    case 'invite':
    case 'reset':
    case 'forgot':
    case 'register':
      return { page: first };
    default:
      return { page: 'elsewhere' };
  }
}

window.addEventListener('popstate', () => place.set(placeOf(location)));
