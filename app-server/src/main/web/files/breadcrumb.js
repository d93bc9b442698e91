// SPDX-License-Identifier: Apache-2.0
import { html, nothing } from 'lit';
import { filesAddress, follow } from '../app/router.js';
import { icon } from '../kit/icon.js';
import { t } from '../text/text.js';

/**
 * The way from the space down to the open folder; the last step is the page's heading.
 *
 * @param {{space: string, spaceName: string, path: string, several: boolean}} where
 */
export function breadcrumb({ space, spaceName, path, several }) {
  const names = path.split('/').filter((name) => name !== '');
  const steps = [
    ...(several ? [{ name: t('files.spaces'), address: filesAddress() }] : []),
    { name: spaceName, address: filesAddress({ space }) },
    ...names.map((name, index) => ({ name, address: filesAddress({ space, path: `/${names.slice(0, index + 1).join('/')}` }) })),
  ];
  const above = steps.slice(0, -1);
  const here = steps[steps.length - 1];
  return html`<nav class="breadcrumb" aria-label=${t('files.where')}>
    ${above.length === 0
      ? nothing
      : html`<ol>${above.map((step) => html`<li><a href=${step.address} @click=${follow}><bdi>${step.name}</bdi></a>${icon('next')}</li>`)}</ol>`}
    <h1 tabindex="-1"><bdi>${here.name}</bdi></h1>
  </nav>`;
}
