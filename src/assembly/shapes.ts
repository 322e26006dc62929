import { FOLDED } from './layout';

/** Two 32-bit halves of the print of the shape that was folded last. */
export let shapeA: i32 = 0;
export let shapeB: i32 = 0;

export function setShape(a: i32, b: i32): void {
  shapeA = a;
  shapeB = b;
}

/** Odd numbers, and the powers of them that stand before the bytes of a block. */
const A: i32 = <i32>0x9e37_79b1;
const B: i32 = <i32>0x85eb_ca77;
const A1: v128 = powers(A, 0);
const A2: v128 = powers(A, 4);
const A3: v128 = powers(A, 8);
const A4: v128 = powers(A, 12);
const A16: v128 = i32x4.splat(power(A, 16));
const B1: v128 = powers(B, 0);
const B2: v128 = powers(B, 4);
const B3: v128 = powers(B, 8);
const B4: v128 = powers(B, 12);
const B16: v128 = i32x4.splat(power(B, 16));

/** The print of so many folded bytes: two polynomials in them, sixteen at a time. */
export function printFolded(length: i32): void {
  const end = FOLDED + length;
  // Zero bytes before the first change no polynomial.
  let at = end - ((length + 15) & ~15);
  let a = i32x4.splat(0);
  let b = a;
  for (; at < end; at += 16) {
    const block = v128.load(at);
    const low = i16x8.extend_low_i8x16_u(block);
    const high = i16x8.extend_high_i8x16_u(block);
    const b1 = i32x4.extend_low_i16x8_u(low);
    const b2 = i32x4.extend_high_i16x8_u(low);
    const b3 = i32x4.extend_low_i16x8_u(high);
    const b4 = i32x4.extend_high_i16x8_u(high);
    a = i32x4.add(i32x4.mul(a, A16), sum(i32x4.mul(b1, A4), i32x4.mul(b2, A3), i32x4.mul(b3, A2), i32x4.mul(b4, A1)));
    b = i32x4.add(i32x4.mul(b, B16), sum(i32x4.mul(b1, B4), i32x4.mul(b2, B3), i32x4.mul(b3, B2), i32x4.mul(b4, B1)));
  }
  shapeA = mixed(total(a) ^ length);
  shapeB = mixed(total(b) + length);
}

function sum(first: v128, second: v128, third: v128, fourth: v128): v128 {
  return i32x4.add(i32x4.add(first, second), i32x4.add(third, fourth));
}

function total(lanes: v128): i32 {
  const left = i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1);
  return left + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3);
}

function mixed(value: i32): i32 {
  const half = (value ^ (value >>> 16)) * <i32>0x85eb_ca6b;
  return half ^ (half >>> 13);
}

function powers(base: i32, last: i32): v128 {
  let lanes = i32x4.splat(power(base, last));
  lanes = i32x4.replace_lane(lanes, 2, power(base, last + 1));
  lanes = i32x4.replace_lane(lanes, 1, power(base, last + 2));
  return i32x4.replace_lane(lanes, 0, power(base, last + 3));
}

function power(base: i32, exponent: i32): i32 {
  let value = 1;
  for (let k = 0; k < exponent; k++) value *= base;
  return value;
}
