// SPDX-License-Identifier: Apache-2.0
import { html, svg } from 'lit';

/** Drawn on a grid of 24 with round strokes. */
const SHAPES = {
  folder: svg`<path d="M3 7.5A2.5 2.5 0 0 1 5.5 5h3.3a2 2 0 0 1 1.5.7L12 7.5h6.5A2.5 2.5 0 0 1 21 10v6.5a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5z"/>`,
  file: svg`<path d="M6 3.5h7.5L19 9v10a1.5 1.5 0 0 1-1.5 1.5h-11.5A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5zM13.5 3.5V9H19"/>`,
  document: svg`<path d="M6 3.5h7.5L19 9v10a1.5 1.5 0 0 1-1.5 1.5h-11.5A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5zM13.5 3.5V9H19M8.5 13h7M8.5 16.5h5"/>`,
  image: svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2.5"/><circle cx="9" cy="10" r="1.6"/><path d="m4 17 4.8-4.3 3.7 3.3 3.3-3 4.5 4"/>`,
  video: svg`<rect x="3" y="5.5" width="18" height="13" rx="2.5"/><path d="m10.3 9.3 4.5 2.7-4.5 2.7z"/>`,
  audio: svg`<path d="M9 17.5V6l10-2v11.5"/><circle cx="6.8" cy="17.5" r="2.3"/><circle cx="16.8" cy="15.5" r="2.3"/>`,
  archive: svg`<rect x="4" y="4" width="16" height="4.5" rx="1.2"/><path d="M5.5 8.5V18A2 2 0 0 0 7.5 20h9a2 2 0 0 0 2-2V8.5M10 12.5h4"/>`,
  upload: svg`<path d="M12 15.5V4.5M7.5 9 12 4.5 16.5 9M4.5 15.5v2A2.5 2.5 0 0 0 7 20h10a2.5 2.5 0 0 0 2.5-2.5v-2"/>`,
  'folder-up': svg`<path d="M3 7.5A2.5 2.5 0 0 1 5.5 5h3.3a2 2 0 0 1 1.5.7L12 7.5h6.5A2.5 2.5 0 0 1 21 10v6.5a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5zM12 16.5v-5.5M9.5 13.3 12 10.8l2.5 2.5"/>`,
  download: svg`<path d="M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M4.5 16v1.5A2.5 2.5 0 0 0 7 20h10a2.5 2.5 0 0 0 2.5-2.5V16"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  retry: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15"/>`,
  back: svg`<path d="M14.5 6 8.5 12l6 6"/>`,
  next: svg`<path d="m9.5 6 6 6-6 6"/>`,
  up: svg`<path d="m6.5 14.5 5.5-5.5 5.5 5.5"/>`,
  down: svg`<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>`,
  alert: svg`<path d="M12 8v5M12 16.3v.2"/><circle cx="12" cy="12" r="8.5"/>`,
  offline: svg`<path d="M4 9.5A12 12 0 0 1 12 6.5c1 0 2 .1 3 .4M20 9.5a12 12 0 0 0-1.5-1.2M7.3 13A7 7 0 0 1 12 11.2M16.7 13l-.5-.4M10.5 16.5a2.2 2.2 0 0 1 3 0M4 4l16 16"/>`,
  person: svg`<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20a7.5 7.5 0 0 1 15 0"/>`,
  phone: svg`<rect x="7" y="3" width="10" height="18" rx="2.5"/><path d="M11 18h2"/>`,
  computer: svg`<rect x="3.5" y="4.5" width="17" height="11.5" rx="2"/><path d="M8.5 20h7M12 16v4"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>`,
  'eye-off': svg`<path d="M5.5 7.5C3.5 9.3 2.5 12 2.5 12S6 18.5 12 18.5c1.7 0 3.2-.5 4.5-1.2M9.5 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a15 15 0 0 1-2.2 3M9.9 10a2.8 2.8 0 0 0 4 4M4 4l16 16"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11.5" rx="2"/><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2V14a2 2 0 0 0 2 2h2"/>`,
  key: svg`<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8.5-8M16 7.5l2.5 2.5M13.5 10l1.8 1.8"/>`,
  shield: svg`<path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.5 7 9 4.1-1.5 7-4.7 7-9V6z"/><path d="m9 12 2.2 2.2L15.2 10"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.4a3.5 3.5 0 0 1 0 6.2M18 14.3a6.5 6.5 0 0 1 3.5 5.2"/>`,
  print: svg`<path d="M7 8.5V4h10v4.5M7 16.5H5A1.5 1.5 0 0 1 3.5 15v-5A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-2M7 13.5h10V20H7z"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.3 2"/>`,
  open: svg`<path d="M13.5 4.5h6v6M19.5 4.5 11 13M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4"/>`,
};

/**
 * A picture beside text that says the same; hidden from screen readers.
 *
 * @param {keyof typeof SHAPES} name
 */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}
