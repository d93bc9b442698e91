// SPDX-License-Identifier: Apache-2.0
import { connectionLost } from '../api/connection.js';
import { ApiProblem, Unreachable } from '../api/problem.js';

/**
 * Sends one file's bytes. By XMLHttpRequest, for fetch tells nothing about progress.
 *
 * @param {{space: string, path: string, file: File}} what
 * @param {(sent: number) => void} progress
 * @param {AbortSignal} signal
 * @returns {Promise<{name: string}>} the entry as the server keeps it
 * @throws {ApiProblem | Unreachable | DOMException}
 */
export function sendFile({ space, path, file }, progress, signal) {
  return new Promise((resolve, reject) => {
    const query = new URLSearchParams({ path, on_conflict: 'keep_both' });
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/spaces/${encodeURIComponent(space)}/upload?${query}`);
    request.setRequestHeader('X-Requested-With', 'homekeep');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => {
      if (request.status === 201 || request.status === 200) {
        resolve(JSON.parse(request.responseText));
      } else {
        reject(ApiProblem.read(request.status, request.responseText, request.getResponseHeader('Retry-After')));
      }
    };
    request.onerror = () => {
      connectionLost();
      reject(new Unreachable());
    };
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
