// SPDX-License-Identifier: Apache-2.0
import { withCorrection } from './qr-codewords.js';

/** @type {((x: number, y: number) => boolean)[]} which modules each mask turns over (ISO/IEC 18004, 7.8.2) */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * A QR code in level M for up to 213 bytes, by ISO/IEC 18004.
 *
 * @param {Uint8Array} bytes
 * @param {number} [mask] the one that reads best where missing
 * @returns {{size: number, dark: (x: number, y: number) => boolean}}
 */
export function qrMatrix(bytes, mask) {
  const { version, codewords } = withCorrection(bytes);
  const drawn = (mask === undefined ? MASKS.map((_, each) => each) : [mask]).map((each) => new Drawing(version, codewords, each));
  const best = drawn.reduce((one, other) => (other.penalty() < one.penalty() ? other : one));
  return { size: best.size, dark: (x, y) => best.modules[y][x] };
}

/** One of the eight ways to draw it. */
class Drawing {
  /**
   * @param {number} version
   * @param {number[]} codewords
   * @param {number} mask
   */
  constructor(version, codewords, mask) {
    this.size = 17 + 4 * version;
    this.modules = Array.from({ length: this.size }, () => /** @type {boolean[]} */ (Array(this.size).fill(false)));
    /** What is not data. */
    this.fixed = this.modules.map((row) => [...row]);
    this.#timing();
    this.#finders();
    this.#alignments(version);
    this.#format(mask);
    this.#version(version);
    this.#data(codewords, MASKS[mask]);
  }

  /** How hard it is to read: runs of one colour, and blocks of it. */
  penalty() {
    let points = 0;
    for (let y = 0; y < this.size; y++) {
      points += runs(this.modules[y]) + runs(this.modules.map((row) => row[y]));
      for (let x = 0; x + 1 < this.size && y + 1 < this.size; x++) {
        const colour = this.modules[y][x];
        const block = colour === this.modules[y][x + 1] && colour === this.modules[y + 1][x] && colour === this.modules[y + 1][x + 1];
        points += block ? 3 : 0;
      }
    }
    return points;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {boolean} dark
   */
  #set(x, y, dark) {
    if (x >= 0 && y >= 0 && x < this.size && y < this.size) {
      this.modules[y][x] = dark;
      this.fixed[y][x] = true;
    }
  }

  #timing() {
    for (let i = 0; i < this.size; i++) {
      this.#set(6, i, i % 2 === 0);
      this.#set(i, 6, i % 2 === 0);
    }
  }

  #finders() {
    for (const [x, y] of [[3, 3], [this.size - 4, 3], [3, this.size - 4]]) {
      this.#square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
    }
  }

  /** @param {number} version */
  #alignments(version) {
    const places = alignmentPlaces(version, this.size);
    const last = places.length - 1;
    places.forEach((x, i) =>
      places.forEach((y, j) => {
        const finder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
        if (!finder) {
          this.#square(x, y, 2, (ring) => ring !== 1);
        }
      })
    );
  }

  /**
   * @param {number} x of the middle
   * @param {number} y
   * @param {number} reach
   * @param {(ring: number) => boolean} dark
   */
  #square(x, y, reach, dark) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        this.#set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  }

  /** Level M and the mask, twice. @param {number} mask */
  #format(mask) {
    const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
    for (let i = 0; i < 15; i++) {
      const dark = ((bits >>> i) & 1) === 1;
      if (i < 8) {
        this.#set(8, i < 6 ? i : i + 1, dark);
        this.#set(this.size - 1 - i, 8, dark);
      } else {
        this.#set(i === 8 ? 7 : 14 - i, 8, dark);
        this.#set(8, this.size - 15 + i, dark);
      }
    }
    this.#set(8, this.size - 8, true);
  }

  /** @param {number} version */
  #version(version) {
    if (version < 7) {
      return;
    }
    const bits = (version << 12) | remainder(version, 12, 0x1f25);
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >>> i) & 1) === 1;
      const far = this.size - 11 + (i % 3);
      const near = Math.floor(i / 3);
      this.#set(far, near, dark);
      this.#set(near, far, dark);
    }
  }

  /**
   * In columns of two from the right, up and down in turn.
   *
   * @param {number[]} codewords
   * @param {(x: number, y: number) => boolean} mask
   */
  #data(codewords, mask) {
    let bit = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      // The timing column is left out.
      const column = right <= 6 ? right - 1 : right;
      const upward = ((column + 1) & 2) === 0;
      for (let step = 0; step < this.size; step++) {
        const y = upward ? this.size - 1 - step : step;
        for (const x of [column, column - 1]) {
          if (!this.fixed[y][x]) {
            const dark = ((codewords[bit >>> 3] >>> (7 - (bit & 7))) & 1) === 1;
            this.modules[y][x] = dark !== mask(x, y);
            bit++;
          }
        }
      }
    }
  }
}

/**
 * @param {number} version
 * @param {number} size
 */
function alignmentPlaces(version, size) {
  if (version === 1) {
    return [];
  }
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - step * (count - 2 - i))];
}

/**
 * Of a division of polynomials over GF(2).
 *
 * @param {number} value
 * @param {number} degree
 * @param {number} divisor
 */
function remainder(value, degree, divisor) {
  let rest = value;
  for (let i = 0; i < degree; i++) {
    rest = (rest << 1) ^ ((rest >>> (degree - 1)) * divisor);
  }
  return rest;
}

/** @param {boolean[]} line */
function runs(line) {
  let points = 0;
  let length = 0;
  line.forEach((dark, i) => {
    length = i > 0 && dark === line[i - 1] ? length + 1 : 1;
    points += length === 5 ? 3 : length > 5 ? 1 : 0;
  });
  return points;
}
