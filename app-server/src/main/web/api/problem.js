// SPDX-License-Identifier: Apache-2.0

/** The server refused something. */
export class ApiProblem extends Error {
  /**
   * @param {number} status
   * @param {string} code stable, as in the API's contract
   * @param {string} sentence for a person, in English
   * @param {number} retryAfter seconds after which it is worth trying again; 0 where the server named none
   * @param {Record<string, string>} [fields] what is wrong with which member of the request
   */
  constructor(status, code, sentence, retryAfter, fields = {}) {
    super(sentence);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.fields = fields;
  }

  /**
   * @param {number} status
   * @param {string} body
   * @param {string | null} retryAfter
   */
  static read(status, body, retryAfter) {
    const seconds = Number.parseInt(retryAfter ?? '', 10) || 0;
    try {
      const { error, code, fields } = JSON.parse(body);
      return new ApiProblem(status, String(code), String(error), seconds, fields ?? {});
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

/** Somebody was asked for something that was needed to go on, and would rather not. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
