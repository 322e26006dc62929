import { formatFor } from '../core/format.ts';
import { type Plural, plural } from '../core/words.ts';
import type { Locale } from '../knowledge/schema.ts';
import { readAddress, writeAddress } from './address.ts';

const FIELDS = ['topic', 'stance', 'evidence'];

/** Shows only the rules that fit the choices made; the choices stand in the address. */
class RuleFilter extends HTMLElement {
  connectedCallback(): void {
    this.#restore();
    this.addEventListener('change', () => {
      const chosen = this.#selects().filter(({ value }) => value !== '');
      writeAddress(Object.fromEntries(chosen.map(({ name, value }) => [name, value])));
      this.#apply();
    });
    addEventListener('hashchange', () => this.#restore());
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #restore(): void {
    const chosen = readAddress(FIELDS);
    for (const select of this.#selects()) {
      const value = chosen[select.name] ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    this.#apply();
  }

  #apply(): void {
    const wanted = this.#selects().filter(({ value }) => value !== '');
    let shown = 0;
    for (const item of this.querySelectorAll<HTMLElement>('li[data-topic]')) {
      item.hidden = wanted.some(({ name, value }) => item.dataset[name] !== value);
      if (!item.hidden) shown++;
    }
    for (const section of this.querySelectorAll('section')) section.hidden = !section.querySelector('li:not([hidden])');
    const count = this.querySelector<HTMLElement>('[data-count]');
    if (!count) throw new Error('rule-filter needs an element with data-count');
    const forms: Plural = JSON.parse(count.dataset['forms'] ?? '');
    const locale = count.dataset['locale'] as Locale;
    count.textContent = plural(forms, locale, shown, formatFor(locale).number(shown));
  }
}

customElements.define('rule-filter', RuleFilter);
