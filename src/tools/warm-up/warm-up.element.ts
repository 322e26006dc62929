import type { Download } from '../../browser/download.ts';
import { type Drawn, type Inputs, ToolElement } from '../../browser/tool-element.ts';
import { formatDay, localDay } from '../../core/calendar/day.ts';
import { DEFAULT_CONNECT } from '../../core/warm-up/input.ts';
import { keptNumbers } from './kept-numbers.ts';
import { drawWarmUp, KEYS, type Read, readShown, type WarmUpProps } from './warm-up.view.ts';

type More = typeof import('./more.view.ts');

const A_MOMENT = 120;

class WarmUp extends ToolElement<WarmUpProps> {
  protected readonly keys = KEYS;
  protected override readonly passing = ['start'];
  #more: More | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #board: ReturnType<More['boardActions']> | undefined;
  #isForAll = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', ({ target }) => this.#actOnBoard(target));
    // Numbers kept in another window, and a page left open over midnight.
    this.#sources.addEventListener('toggle', this.#drawAll);
    addEventListener('storage', this.#drawAll);
    document.addEventListener('visibilitychange', this.#drawAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#drawAll);
    document.removeEventListener('visibilitychange', this.#drawAll);
  }

  protected override defaults(): Inputs {
    return { start: formatDay(today()), connect: DEFAULT_CONNECT };
  }

  protected draw(props: WarmUpProps, inputs: Inputs): Drawn {
    const drawn = drawWarmUp(props, inputs, today());
    if (this.#more) return { ...drawn, slots: { ...drawn.slots, ...this.#rest(this.#more, drawn) } };
    const isAsServerDrew = location.hash === '' && !inputs['log'] && keptNumbers().length === 0;
    if (!isAsServerDrew) void this.#fetchMore().then(this.#drawAll);
    return drawn;
  }

  async #fetchMore(): Promise<More> {
    this.#more ??= await import('./more.view.ts');
    return this.#more;
  }

  /** What may follow a moment after the figures, so that they are never late. */
  #rest(more: More, drawn: Read): Drawn['slots'] {
    clearTimeout(this.#later);
    this.toggleAttribute('data-typing', !this.#isForAll);
    if (!this.#isForAll) {
      this.#later = setTimeout(() => this.#drawAll(), A_MOMENT);
      return {};
    }
    return {
      ...more.drawChart(drawn),
      ...more.drawBoard(drawn, keptNumbers()),
      ...(this.#sources.open && more.drawSources(drawn)),
    };
  }

  readonly #drawAll = () => {
    this.#isForAll = true;
    this.redraw();
    this.#isForAll = false;
  };

  async #actOnBoard(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-board]') : null;
    if (!button) return;
    const { boardActions } = await this.#fetchMore();
    this.#board ??= boardActions(this, { props: this.props, inputs: () => this.inputs(), redraw: this.#drawAll });
    this.#board[button.dataset['action'] ?? '']?.(button.dataset['name'] ?? '');
  }

  protected override files(props: WarmUpProps, inputs: Inputs): Record<string, () => Promise<Download>> {
    const { shown } = readShown(props, inputs, today());
    if (shown === undefined) return {};
    const name = `warm-up-${formatDay(shown.situation.input.start)}`;
    return {
      csv: async () => {
        const { planCsv } = await import('./files.ts');
        return { name: `${name}.csv`, type: 'text/csv', content: planCsv(shown) };
      },
      ics: async () => {
        const [{ planCalendar }, { calendarFile }] = await Promise.all([
          import('./files.ts'),
          import('../../browser/calendar-file.ts'),
        ]);
        const address = new URL(location.href);
        if (address.hash === '') address.hash = `start=${formatDay(shown.situation.input.start)}`;
        const content = calendarFile(planCalendar(shown, address.href));
        return { name: `${name}.ics`, type: 'text/calendar', content };
      },
    };
  }

  get #sources(): HTMLDetailsElement {
    const found = this.querySelector<HTMLDetailsElement>('details[data-opens=sources]');
    if (!found) throw new Error('<warm-up> needs its details of every source.');
    return found;
  }
}

function today() {
  return localDay(new Date());
}

customElements.define('warm-up', WarmUp);
