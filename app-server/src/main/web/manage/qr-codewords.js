// SPDX-License-Identifier: Apache-2.0

/** By version, from 1: codewords of error correction in a block, and blocks, in level M (ISO/IEC 18004, table 9). */
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

/**
 * The codewords of a QR code, error correction included, in the order in which they are drawn.
 *
 * @param {Uint8Array} bytes
 * @returns {{version: number, codewords: number[]}}
 */
export function withCorrection(bytes) {
  const version = BLOCKS.findIndex((_, each) => each > 0 && bytes.length + (each < 10 ? 2 : 3) <= dataLength(each));
  if (version < 0) {
    throw new RangeError('too long for a QR code');
  }
  return { version, codewords: interleaved(version, dataWords(version, bytes)) };
}

/** How many codewords fit. @param {number} version */
function wholeLength(version) {
  const alignments = Math.floor(version / 7) + 2;
  const modules =
    (16 * version + 128) * version + 64 - (version > 1 ? (25 * alignments - 10) * alignments - 55 : 0) - (version > 6 ? 36 : 0);
  return Math.floor(modules / 8);
}

/** @param {number} version */
function dataLength(version) {
  return wholeLength(version) - CORRECTION[version] * BLOCKS[version];
}

/**
 * The mode (bytes), how many there are, the bytes, and what fills up.
 *
 * @param {number} version
 * @param {Uint8Array} bytes
 */
function dataWords(version, bytes) {
  const count = bytes.length.toString(2).padStart(version < 10 ? 8 : 16, '0');
  const bits = `0100${count}${[...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const length = dataLength(version);
  const words = (bits.match(/.{1,8}/g) ?? []).slice(0, length).map((word) => Number.parseInt(word.padEnd(8, '0'), 2));
  for (let filler = 0xec; words.length < length; filler ^= 0xec ^ 0x11) {
    words.push(filler);
  }
  return words;
}

/**
 * @param {number} version
 * @param {number[]} words
 */
function interleaved(version, words) {
  const blocks = BLOCKS[version];
  const short = Math.floor(dataLength(version) / blocks);
  const long = dataLength(version) % blocks;
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = words.slice(from, from + short + (i < blocks - long ? 0 : 1));
    from += part.length;
    return part;
  });
  const divisor = generator(CORRECTION[version]);
  return [...inTurn(parts), ...inTurn(parts.map((part) => correction(part, divisor)))];
}

/** The first of each, the second of each… @param {number[][]} parts */
function inTurn(parts) {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, i) => parts.filter((part) => i < part.length).map((part) => part[i])).flat();
}

/** Of the Reed-Solomon code, without its leading one. @param {number} degree */
function generator(degree) {
  const terms = /** @type {number[]} */ (Array(degree).fill(0));
  terms[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      terms[j] = product(terms[j], root) ^ (terms[j + 1] ?? 0);
    }
    root = product(root, 2);
  }
  return terms;
}

/**
 * @param {number[]} words
 * @param {number[]} divisor
 */
function correction(words, divisor) {
  const rest = /** @type {number[]} */ (divisor.map(() => 0));
  for (const word of words) {
    const factor = word ^ /** @type {number} */ (rest.shift());
    rest.push(0);
    divisor.forEach((term, i) => (rest[i] ^= product(term, factor)));
  }
  return rest;
}

/**
 * In GF(256) over x⁸ + x⁴ + x³ + x² + 1.
 *
 * @param {number} one
 * @param {number} other
 */
function product(one, other) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((other >>> bit) & 1) * one;
  }
  return result;
}
