import type { Words } from '../../../i18n/index.ts';
import type { Format } from '../../core/format.ts';
import { fill, plural } from '../../core/words.ts';
import type { Locale } from '../../knowledge/schema.ts';

type ProgressWords = Words['messageLog']['progress'];

/** How far the reading is, how fast it goes and how long it still takes. Its button stays in place while it moves. */
export class ProgressBar {
  readonly #words: ProgressWords;
  readonly #format: Format;
  readonly #locale: Locale;
  readonly #started = performance.now();
  readonly #bar = document.createElement('div');
  readonly #state = document.createElement('p');

  constructor(place: HTMLElement, words: ProgressWords, format: Format, locale: Locale) {
    this.#words = words;
    this.#format = format;
    this.#locale = locale;
    const bar = this.#bar;
    bar.className = 'log-bar';
    bar.setAttribute('role', 'progressbar');
    bar.setAttribute('aria-label', words.label);
    bar.setAttribute('aria-valuemin', '0');
    bar.setAttribute('aria-valuemax', '100');
    bar.setAttribute('aria-valuenow', '0');
    const fillOfBar = document.createElement('span');
    bar.append(fillOfBar);
    this.#state.className = 'log-state';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.dataset['action'] = 'cancel';
    button.textContent = words.cancel;
    const box = document.createElement('div');
    box.className = 'card log-progress no-print';
    box.append(bar, this.#state, button);
    place.replaceChildren(box);
    box.scrollIntoView({ block: 'nearest' });
  }

  show({ done, total, rows }: { done: number; total: number; rows: number }): void {
    const seconds = (performance.now() - this.#started) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const percent = total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
    this.#bar.setAttribute('aria-valuenow', String(percent));
    this.#bar.style.setProperty('--done', `${percent}%`);
    const left = Math.max(1, Math.ceil((total - done) / rate));
    const words = this.#words;
    const number = (value: number) => this.#format.number(value, value < 10 ? 1 : 0);
    this.#state.textContent = [
      fill(words.state, { done: number(done / MB), total: number(total / MB) }),
      plural(words.rows, this.#locale, rows, this.#format.number(rows)),
      fill(words.rate, { rate: number(rate / MB) }),
      plural(words.left, this.#locale, left, this.#format.number(left)),
    ].join(' · ');
  }
}

const MB = 1_000_000;
