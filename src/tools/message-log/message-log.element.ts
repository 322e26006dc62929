import { download } from '../../browser/download.ts';
import { type Html, html } from '../../browser/html.ts';
import { basisView, type NamedRule } from '../../components/basis/basis.view.ts';
import { dayFault } from '../../components/error-sentence/input-fault.view.ts';
import { localDay } from '../../core/calendar/day.ts';
import { readDay } from '../../core/calendar/read-day.ts';
import { formatFor } from '../../core/format.ts';
import type { ColumnMapping } from '../../core/message-log/columns.ts';
import type { LogAnalysis, LogChoice } from '../../core/message-log/figures.ts';
import { fill } from '../../core/words.ts';
import { mappingView, ownSenderView } from './asking.view.ts';
import { daysView } from './days.view.ts';
import { figuresView } from './figures.view.ts';
import { report, violationsCsv } from './files.ts';
import { nameIn } from './mask.ts';
import type { LogProps, Shown } from './message-log.view.ts';
import { numbersView } from './numbers.view.ts';
import { ProgressBar } from './progress-bar.ts';
import type { Answer, FileFault, ReadTask, Senders, Task, Told } from './protocol.ts';
import { badRowsView, readingView } from './reading.view.ts';
import { sampleLog } from './sample.ts';
import { summaryView } from './summary.view.ts';
import { timesFor } from './times.ts';
import { weekView } from './week.view.ts';

type WithoutTask<T> = T extends unknown ? Omit<T, 'task'> : never;
type Result = Extract<Answer, { analysis: LogAnalysis }>;

/** Reads message logs in a worker of its own, and shows what they say. Nothing is sent or kept. */
class MessageLog extends HTMLElement {
  /** Made with the page, so that the analysis needs no request later. */
  readonly #worker = new Worker(new URL('./message-log.worker.ts', import.meta.url), { type: 'module' });
  #props: LogProps | undefined;
  #task = 0;
  #files: readonly File[] = [];
  #mappings: Record<string, ColumnMapping> = {};
  #mappingKey = '';
  #bar: ProgressBar | undefined;
  #result: Result | undefined;
  #byNumber: Shown['byNumber'];
  #texts: Shown['texts'] = {};
  #hasTexts = false;
  #isFirstLook = false;
  #drawing = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#take(data));
    this.#worker.addEventListener('error', () => this.#take({ kind: 'broken', task: this.#task }));
    this.addEventListener('change', ({ target }) => this.#changed(target));
    this.addEventListener('input', ({ target }) => this.#typed(target));
    this.addEventListener('click', ({ target }) => this.#clicked(target));
    this.addEventListener('submit', (event) => event.preventDefault());
    for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
      document.addEventListener(kind, this.#dragged);
    this.#offerZones();
    setTimeout(() => this.#rehearse(), AFTER_LOADING);
  }

  disconnectedCallback(): void {
    for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
      document.removeEventListener(kind, this.#dragged);
    this.#worker.terminate();
  }

  get props(): LogProps {
    this.#props ??= JSON.parse(this.#one('script[type="application/json"]').textContent ?? '') as LogProps;
    return this.#props;
  }

  #read(files: readonly File[], mappings: Record<string, ColumnMapping> = {}): void {
    if (files.length === 0) return;
    this.#files = files;
    this.#mappings = mappings;
    this.#isFirstLook = Object.keys(mappings).length === 0;
    if (this.#isFirstLook) this.#resetChoices();
    this.#ask({ kind: 'read', ...this.#reading(files, mappings) });
    this.#clear(this.#isFirstLook ? ['mapping', 'me'] : ['me']);
    const { props } = this;
    this.#bar = new ProgressBar(this.#slot('progress'), props.words.progress, formatFor(props.locale), props.locale);
  }

  /** The worker gets into practice while nobody waits for it. */
  #rehearse(): void {
    if (this.#task > 0) return;
    const task = this.#reading([sampleLog(this.props, new Date())], {});
    this.#worker.postMessage({ kind: 'rehearse', ...task, task: this.#task } satisfies Task);
  }

  #reading(files: readonly File[], mappings: Record<string, ColumnMapping>): Omit<ReadTask, 'kind' | 'task'> {
    const { rules, logWords: words, locale: language } = this.props;
    return {
      files,
      mappings,
      rules,
      choice: this.#choice() ?? { timeZone: this.#timeZone },
      options: { words, language, timeZone: this.#timeZone, now: Date.now() },
    };
  }

  /** Whatever was under way before is not heard of again. */
  #ask(asked: WithoutTask<Exclude<Task, { kind: 'texts' }>>): void {
    this.#task++;
    this.setAttribute('aria-busy', 'true');
    this.#worker.postMessage({ ...asked, task: this.#task });
  }

  #cancel(): void {
    this.#ask({ kind: 'stop' });
    this.removeAttribute('aria-busy');
    this.#clear(['mapping', 'me']);
    const said = document.createElement('p');
    said.className = 'log-said';
    said.setAttribute('role', 'status');
    said.textContent = this.props.words.progress.cancelled;
    this.#slot('progress').replaceChildren(said);
    this.#input.focus();
  }

  #clear(slots: readonly string[]): void {
    this.#result = undefined;
    this.#byNumber = undefined;
    this.#texts = {};
    this.#hasTexts = false;
    this.#bar = undefined;
    this.#slot('progress').replaceChildren();
    for (const name of [...SLOTS, ...slots]) this.#draw(name, html``);
    this.#showFaults([]);
    this.#choices.hidden = true;
    this.#one('[data-part=actions]').hidden = true;
  }

  #take(answer: Answer): void {
    if (answer.task !== this.#task) return;
    if (answer.kind === 'progress') {
      this.#bar?.show(answer);
      return;
    }
    if (answer.kind === 'rehearsed') {
      void this.#practise(answer);
      return;
    }
    if (answer.kind === 'numbers') {
      this.#byNumber = answer;
      void this.#drawResult();
      return;
    }
    if (answer.kind === 'texts') {
      this.#texts = answer.texts;
      void this.#drawResult();
      return;
    }
    this.#bar = undefined;
    this.#slot('progress').replaceChildren();
    if (answer.kind !== 'shown') this.removeAttribute('aria-busy');
    switch (answer.kind) {
      case 'needs-mapping':
        this.#askForMapping(answer);
        break;
      case 'needs-own-sender':
        this.#showFaults(answer.faults);
        this.#askForOwnSender(answer);
        break;
      case 'shown':
        this.#showResult(answer);
        break;
      case 'nothing':
        this.#showNothing(answer);
        break;
      default:
        this.#showSentences([this.props.words.faults.failed]);
    }
  }

  #askForMapping({ key, columns, roles, file, faults }: Extract<Answer, { kind: 'needs-mapping' }>): void {
    this.#mappingKey = key;
    this.#showFaults(faults);
    this.#draw('mapping', mappingView(this.props, file, columns, roles, this.#mappings[key] ?? {}));
    this.#announce(this.props.words.mapping.title);
    this.querySelector<HTMLElement>('[name=map-time]')?.focus();
  }

  #askForOwnSender({ senders, own = '' }: Senders): void {
    this.#draw('me', ownSenderView(this.props, senders, own));
    this.#announce(this.props.words.me.title);
    this.querySelector<HTMLElement>('[name=me]')?.focus();
  }

  #showResult(answer: Result): void {
    const { props } = this;
    const isNew = !this.#result;
    this.#result = answer;
    this.#byNumber = undefined;
    this.#showFaults(answer.faults);
    if (answer.analysis.state === 'no-outgoing') {
      this.#showSentences([...this.#faultSentences(answer.faults), props.words.faults['no-outgoing']]);
    }
    this.#choices.hidden = false;
    this.#one('[data-part=actions]').hidden = false;
    this.#offerNumbers(answer.analysis.numbers);
    void this.#drawResult().then((isWhole) => {
      if (!isWhole) return;
      if (isNew && this.#isFirstLook) this.#goToResult();
      else this.#announce(this.querySelector('[data-summary]')?.textContent?.trim() ?? '');
      if (this.#isOpen) this.#fetchTexts();
    });
  }

  #shown(result: Result): Shown {
    const { props } = this;
    const registered = this.#day('registered');
    return {
      props,
      format: formatFor(props.locale),
      times: timesFor(props.locale, this.#timeZone),
      timeZone: this.#timeZone,
      analysis: result.analysis,
      told: result,
      byNumber: this.#byNumber,
      texts: this.#texts,
      isOpen: this.#isOpen,
      ...(registered !== undefined && { registered: this.#field('registered').value.trim() }),
    };
  }

  /** Part by part, so that the page answers in between. */
  async #drawResult(): Promise<boolean> {
    const result = this.#result;
    if (!result) return false;
    const drawing = ++this.#drawing;
    const isStale = () => drawing !== this.#drawing || result !== this.#result;
    for (const [name, view] of Object.entries(this.#parts(this.#shown(result)))) {
      const drawn = view();
      await aMoment();
      if (isStale()) return false;
      this.#draw(name, drawn);
      await aMoment();
      if (isStale()) return false;
    }
    this.removeAttribute('aria-busy');
    return true;
  }

  /** Draws a result that nobody sees: what was drawn once is drawn faster. */
  async #practise(result: Result): Promise<void> {
    for (const view of Object.values(this.#parts(this.#shown(result)))) {
      await aMoment();
      if (this.#task > 0) return;
      view();
    }
  }

  #parts(shown: Shown) {
    return {
      summary: () => summaryView(shown),
      figures: () => figuresView(shown),
      days: () => daysView(shown),
      week: () => weekView(shown),
      numbers: () => numbersView(shown),
      reading: () => readingView(shown),
      basis: () => basisView(shown.props.basis, shown.format, rulesIn(shown), localDay(new Date())),
    };
  }

  #goToResult(): void {
    const heading = this.querySelector<HTMLElement>('#shows');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  #showNothing(told: Told): void {
    const { props } = this;
    this.#showFaults(told.faults);
    const shown = { props, format: formatFor(props.locale), told, isOpen: this.#isOpen };
    this.#draw('reading', badRowsView(shown));
  }

  #faultSentences(faults: readonly FileFault[]): string[] {
    const { words } = this.props;
    const isOnly = faults.length === 1 && this.#files.length === 1;
    return faults.map(({ name, reason }) => {
      const fault = words.faults[reason];
      return isOnly ? fault : fill(words.faults.of, { file: name, fault });
    });
  }

  #showFaults(faults: readonly FileFault[]): void {
    this.#showSentences(this.#faultSentences(faults));
  }

  #showSentences(sentences: readonly string[]): void {
    const place = this.#one('#error-log');
    place.replaceChildren();
    this.#input.removeAttribute('aria-invalid');
    if (sentences.length === 0) return;
    this.#input.setAttribute('aria-invalid', 'true');
    const error = document.createElement('div');
    error.className = 'error-sentence';
    error.dataset['errorFor'] = 'log';
    for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
      const line = document.createElement('p');
      line.textContent = sentence;
      error.append(line);
    }
    place.append(error);
  }

  #changed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { name } = target;
    if (name === 'log') this.#choose();
    else if (name.startsWith('map-')) this.#map();
    else if (name === 'me' && target.value !== '') this.#look(target.value);
    else if (name === 'zone' || name === 'number') this.#look();
    else if (name === 'names') {
      if (this.#isOpen) this.#fetchTexts();
      if (this.#result) this.#offerNumbers(this.#result.analysis.numbers);
      void this.#drawResult();
    }
  }

  /** The input is emptied, so that the same file can be chosen again when it has changed. */
  #choose(): void {
    const files = [...(this.#input.files ?? [])];
    this.#input.value = '';
    this.#read(files);
  }

  #typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || !DAYS.some((name) => name === target.name)) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#look(), A_MOMENT);
  }

  #clicked(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    switch (button?.dataset['action']) {
      case 'sample':
        this.#read([sampleLog(this.props, new Date())]);
        break;
      case 'cancel':
        this.#cancel();
        break;
      case 'choose-me':
        if (this.#result) this.#askForOwnSender(this.#result);
        break;
      case 'print':
        print();
        break;
      case 'csv':
        if (this.#result) download(violationsCsv(this.#shown(this.#result)));
        break;
      case 'report':
        if (this.#result) download(report(this.#shown(this.#result)));
        break;
    }
  }

  #map(): void {
    const chosen: ColumnMapping = {};
    for (const role of ['time', 'direction', 'chat', 'text'] as const) {
      const value = this.querySelector<HTMLSelectElement>(`[name=map-${role}]`)?.value ?? '';
      if (value !== '') chosen[role] = value;
    }
    const { time, direction, chat } = chosen;
    if (time && direction && chat) this.#read(this.#files, { ...this.#mappings, [this.#mappingKey]: chosen });
  }

  /** Another look at what was read: other dates, another zone or number; `name` says who the own sender is. */
  #look(name?: string): void {
    const choice = this.#choice();
    if (!choice) return;
    this.#texts = {};
    this.#hasTexts = false;
    this.#ask(name === undefined ? { kind: 'look', choice } : { kind: 'own-sender', name, choice });
  }

  /** What the fields say; nothing while one of them is wrong. */
  #choice(): LogChoice | undefined {
    const { errors, words } = this.props;
    const found: Partial<Record<(typeof DAYS)[number], number>> = {};
    let isGood = true;
    for (const name of DAYS) {
      const read = readDay(this.#field(name).value);
      const sentence = read.state === 'bad' ? dayFault(errors, read.fault) : undefined;
      if (read.state === 'good') found[name] = read.value;
      this.#showFieldError(name, sentence);
      isGood &&= sentence === undefined;
    }
    const { from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER, registered } = found;
    if (isGood && from > to) {
      this.#showFieldError('to', words.choices.backwards);
      isGood = false;
    }
    if (!isGood) return undefined;
    const number = this.#field('number').value;
    const hasRange = found.from !== undefined || found.to !== undefined;
    return {
      timeZone: this.#timeZone,
      ...(hasRange && { range: { from: Math.max(from, FIRST_DAY), to: Math.min(to, LAST_DAY) } }),
      ...(number !== '' && { number }),
      ...(registered !== undefined && { registered }),
    };
  }

  #day(name: (typeof DAYS)[number]): number | undefined {
    const read = readDay(this.#field(name).value);
    return read.state === 'good' ? read.value : undefined;
  }

  #showFieldError(name: string, sentence: string | undefined): void {
    const place = this.#one(`#error-${name}`);
    this.#field(name).toggleAttribute('aria-invalid', false);
    place.replaceChildren();
    if (sentence === undefined) return;
    this.#field(name).setAttribute('aria-invalid', 'true');
    const error = document.createElement('p');
    error.className = 'error-sentence';
    error.dataset['errorFor'] = name;
    error.textContent = sentence;
    place.append(error);
  }

  /** No text is kept of a log: those of the examples are read once more when somebody wants to see them. */
  #fetchTexts(): void {
    if (!this.#result || this.#hasTexts) return;
    this.#hasTexts = true;
    const wanted = new Map<number, Set<number>>();
    for (const { examples } of Object.values(this.#result.analysis.figures)) {
      for (const { file, line } of examples) wanted.set(file, (wanted.get(file) ?? new Set()).add(line));
    }
    const lines = [...wanted].map(([file, ofFile]) => ({ file, lines: [...ofFile] }));
    this.#worker.postMessage({ kind: 'texts', task: this.#task, lines } satisfies Task);
  }

  readonly #dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'dragleave' && event.relatedTarget !== null) return;
    const isOver = event.type === 'dragenter' || event.type === 'dragover';
    this.#one('[data-part=drop]').hidden = !isOver;
    if (event.type === 'drop') {
      this.#read([...event.dataTransfer.files]);
    }
  };

  #offerZones(): void {
    const field = this.#field('zone');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const zones = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
    field.append(...zones.map((zone) => new Option(zone.replaceAll('_', ' '), zone)));
    field.value = own;
  }

  #offerNumbers(numbers: readonly string[]): void {
    const field = this.#field('number');
    this.#one('[data-part=number]').hidden = numbers.length < 2;
    const chosen = field.value;
    field.replaceChildren(
      new Option(this.props.words.choices.all, ''),
      ...numbers.map((number) => new Option(nameIn({ isOpen: this.#isOpen }, number), number)),
    );
    field.value = numbers.includes(chosen) ? chosen : '';
  }

  #resetChoices(): void {
    for (const name of DAYS) this.#field(name).value = '';
    this.#field('number').replaceChildren(new Option(this.props.words.choices.all, ''));
    this.#one<HTMLInputElement>('[name=names]').checked = false;
  }

  #draw(name: string, { markup }: Html): void {
    const slot = this.#slot(name);
    if (drawnIn.get(slot) === markup) return;
    drawnIn.set(slot, markup);
    const opened = [...slot.querySelectorAll('details[id][open]')].map(({ id }) => id);
    slot.innerHTML = markup;
    for (const id of opened) slot.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '');
  }

  #announce(text: string): void {
    this.#one('[data-live]').textContent = text;
  }

  get #isOpen(): boolean {
    return this.#one<HTMLInputElement>('[name=names]').checked;
  }

  get #timeZone(): string {
    return this.#field('zone').value;
  }

  get #input(): HTMLInputElement {
    return this.#one<HTMLInputElement>('[name=log]');
  }

  get #choices(): HTMLElement {
    return this.#one('[data-part=choices]');
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.#one<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  }

  #slot(name: string): HTMLElement {
    return this.#one(`[data-slot="${name}"]`);
  }

  #one<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`<${this.localName}> needs an element ${selector}.`);
    return found;
  }
}

const SLOTS = ['summary', 'figures', 'days', 'week', 'numbers', 'reading', 'basis'];
const DAYS = ['from', 'to', 'registered'] as const;
const A_MOMENT = 250;
/** Milliseconds in which a page has come to rest. */
const AFTER_LOADING = 200;
const MOST_SENTENCES = 10;
/** WhatsApp is younger, and nobody's log is longer. */
const FIRST_DAY = 0;
const LAST_DAY = 100_000;

function rulesIn({ props, analysis }: Shown): NamedRule[] {
  const used = new Set(Object.values(analysis.figures).map(({ rule }) => rule));
  return [...used].flatMap((id) => props.named[id] ?? []);
}

/** Lets the page answer; a timer would wait some milliseconds longer. */
function aMoment(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** What was last drawn into a slot: what is the same is not drawn again. */
const drawnIn = new WeakMap<Element, string>();

customElements.define('message-log', MessageLog);
