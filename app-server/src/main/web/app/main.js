// SPDX-License-Identifier: Apache-2.0
import { start } from '../session/session.js';
import { loadServerInfo } from '../session/server-info.js';
import { loadLanguage } from '../text/text.js';

// The elements wait for their texts; everything else goes on at the same time.
const texts = loadLanguage();
loadServerInfo();
start();
await texts;
await import('./homekeep-app.js');
// Nobody waits for that.
import('../trust/own-trust.js').then(({ tellOwnTrust }) => tellOwnTrust());
