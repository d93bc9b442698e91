// SPDX-License-Identifier: Apache-2.0

/** The server refused something. */
export class ApiProblem extends Error {
  /**
   * @param {number} status
   * @param {string} code stable, as in the API's contract
   * @param {string} sentence for a person, in English
   * @param {number} retryAfter seconds after which it is worth trying again; 0 where the server named none
   */
  constructor(status, code, sentence, retryAfter) {
    super(sentence);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /**
   * @param {number} status
   * @param {string} body
   * @param {string | null} retryAfter
   */
  static read(status, body, retryAfter) {
    const seconds = Number.parseInt(retryAfter ?? '', 10) || 0;
    try {
      const { error, code } = JSON.parse(body);
      return new ApiProblem(status, String(code), String(error), seconds);
    } catch {
      return new ApiProblem(status, 'unreadable', `HTTP ${status}`, seconds);
    }
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
    this.name = 'Unreachable';
  }
}
