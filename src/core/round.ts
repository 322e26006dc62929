import type { Fraction } from './bands.ts';

/** Rounds half up on whole numbers, so that 29.95 from 599 ÷ 20 never becomes 29.9. */
export function roundFraction({ over, under }: Fraction, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor((2 * over * scale + under) / (2 * under)) / scale;
}

export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5) / scale;
}
