import { type Download, download } from '../../browser/download.ts';
import type { Html } from '../../browser/html.ts';
import type { IncidentStore, Saved } from '../../browser/incident-store.ts';
import { incidents } from '../../browser/incidents.ts';
import { keep, kept } from '../../browser/kept.ts';
import { drawSlot } from '../../browser/slot.ts';
import type { Change, Incident } from '../../core/recovery/event.ts';
import { type IncidentState, stateOf } from '../../core/recovery/incident.ts';
import { fill } from '../../core/words.ts';
import { sharePanel, storageNotices } from './case.view.ts';
import type { CaseProps } from './case-props.ts';
import { reportTexts } from './case-texts.ts';

/** Tells the other parts of the page which case is worked on. */
const CHOSEN = 'case-chosen';

type Action = (button: HTMLElement, id: string) => unknown;

/** A part of a page that works with incidents: draws them anew after every change, from here or another tab. */
export abstract class CaseElement<Props extends CaseProps> extends HTMLElement {
  protected store: IncidentStore | undefined;
  /** What was deleted here last, so that it can be brought back. */
  protected removed: Incident | undefined;
  #parsed: Props | undefined;
  #shared: Html | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #wake = () => this.redraw();

  /** The content of each `[data-slot]`. */
  protected abstract slots(props: Props, now: number): Record<string, Html>;
  /** What the buttons do, besides those that every part knows. */
  protected abstract readonly own: Record<string, Action>;
  /** Once the incidents are known. */
  protected begin(): void {}

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
      if (button) void this.#act(button);
    });
    this.#clock = setInterval(this.#wake, 20_000);
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener(CHOSEN, this.#wake);
    void this.#open();
  }

  disconnectedCallback(): void {
    clearInterval(this.#clock);
    document.removeEventListener('visibilitychange', this.#wake);
    removeEventListener(CHOSEN, this.#wake);
    this.#stop?.();
  }

  protected get props(): Props {
    if (!this.#parsed) {
      const script = this.querySelector('script[type="application/json"]');
      if (!script) throw new Error(`<${this.localName}> needs its data as a script of type application/json.`);
      this.#parsed = JSON.parse(script.textContent ?? '') as Props;
    }
    return this.#parsed;
  }

  protected states(now = Date.now()): IncidentState[] {
    return (this.store?.incidents ?? []).map((incident) => stateOf(incident, this.props.lists, now));
  }

  protected stateOf(id: string): IncidentState | undefined {
    return this.states().find((state) => state.id === id);
  }

  protected redraw(): void {
    if (!this.store) return;
    const { props, store } = this;
    const drawn = {
      notices: storageNotices(props, store.notice, store.setAside.length),
      ...this.slots(props, Date.now()),
    };
    for (const [name, content] of Object.entries(drawn)) {
      const slot = this.querySelector<HTMLElement>(`[data-slot="${name}"]`);
      if (slot) drawSlot(slot, content);
    }
    const shared = this.querySelector<HTMLElement>('[data-slot="shared"]');
    if (shared && this.#shared) drawSlot(shared, this.#shared);
  }

  /** Says in a sentence what has changed, to those who look and those who listen. */
  protected say(sentence: string): void {
    const live = this.querySelector('[data-live]');
    clearTimeout(this.#saying);
    if (live) live.textContent = sentence;
    this.#saying = setTimeout(() => live?.replaceChildren(), 12_000);
  }

  /** Enters a change; what the store refuses or another tab removed is said. */
  protected async enter(id: string, change: Change): Promise<boolean> {
    const saved = await this.store?.record(id, change);
    return this.sayTrouble(saved);
  }

  /** Enters a change and says it. */
  protected async tell(id: string, change: Change): Promise<void> {
    if (!(await this.enter(id, change))) return;
    const entry = this.stateOf(id)?.history.findLast(({ event }) => event.type === change.type);
    if (entry) this.say(reportTexts(this.props).entry(entry));
  }

  protected sayTrouble(saved: Saved | undefined): boolean {
    if (saved?.state === 'gone') this.say(this.props.words.gone);
    if (saved?.state === 'refused') this.say(this.props.words.tooLong);
    return saved?.state === 'saved' || saved?.state === 'held';
  }

  protected work(id: string): void {
    keep('incident', id);
    dispatchEvent(new Event(CHOSEN));
  }

  protected get worked(): string | undefined {
    return kept('incident');
  }

  readonly #common: Record<string, Action> = {
    'export-one': async (_, id) =>
      download((await takeaway()).incidentsFile(this.#incidents(id), this.stateOf(id)?.label ?? id)),
    'export-all': async () => download((await takeaway()).incidentsFile(this.store?.incidents ?? [], 'incidents')),
    calendar: async (_, id) => this.#hand(id, (await takeaway()).calendarFile),
    report: async (_, id) => this.#hand(id, (await takeaway()).reportFile),
    share: (_, id) => this.#share(id),
    'delete-incident': async (_, id) => {
      const label = this.stateOf(id)?.label ?? '';
      this.removed = await this.store?.remove(id);
      this.say(fill(this.props.words.removed, { label }));
      this.redraw();
      this.querySelector<HTMLElement>('[data-action=undo]')?.focus();
    },
    'clock-confirmed': (_, id) => this.tell(id, { type: 'clock-confirmed' }),
    'set-aside': async () => download((await takeaway()).damagedFile(this.store?.setAside ?? [])),
    'forget-set-aside': () => this.store?.forgetSetAside(),
  };

  async #open(): Promise<void> {
    this.store = await incidents();
    this.#stop = this.store.subscribe(() => this.redraw());
    this.begin();
    this.redraw();
    this.dataset['ready'] = '';
  }

  async #act(button: HTMLElement): Promise<void> {
    const name = button.dataset['action'] ?? '';
    const id = button.closest<HTMLElement>('[data-incident]')?.dataset['incident'] ?? '';
    await (this.own[name] ?? this.#common[name])?.(button, id);
  }

  #incidents(id: string): Incident[] {
    return (this.store?.incidents ?? []).filter((incident) => incident.id === id);
  }

  #hand(id: string, write: (props: CaseProps, state: IncidentState) => Download): void {
    const state = this.stateOf(id);
    if (state) download(write(this.props, state));
  }

  async #share(id: string): Promise<void> {
    const { words, board } = this.props;
    const [incident] = this.#incidents(id);
    if (!incident) return;
    const code = await (await takeaway()).linkCode(incident);
    if (code === undefined) return this.say(words.shareTooOld);
    const address = new URL(board, location.href);
    address.hash = `incident=${code}`;
    this.#shared = sharePanel(this.props, address.href);
    this.redraw();
    const field = this.querySelector<HTMLInputElement>('[name=share-link]');
    field?.focus();
    field?.select();
    await navigator.clipboard?.writeText(address.href).then(
      () => this.say(words.shareCopied),
      () => this.say(words.shareText),
    );
  }
}

/** What is needed only when something leaves the page. */
const takeaway = () => import('./takeaway.ts');
