import { expect, test } from 'vitest';
import { nameIn } from './mask.ts';

test.each([
  ['5511990000001@c.us', '••• 001'],
  ['+55 (11) 99000-0001', '••• 001'],
  ['Maria da Silva', 'M•••'],
  ['Анна 2', 'А•••'],
  ['😀 Ana', '😀•••'],
  ['12', '1•••'],
  ['', '•••'],
])('%s is masked, unless somebody asks for it', (name, masked) => {
  expect(nameIn({ isOpen: false }, name)).toBe(masked);
  expect(nameIn({ isOpen: true }, name)).toBe(name);
});
