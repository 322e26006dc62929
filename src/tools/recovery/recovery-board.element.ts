import { readAddress } from '../../browser/address.ts';
import { type Html, html } from '../../browser/html.ts';
import { incidents } from '../../browser/incidents.ts';
import { dueList } from '../../core/recovery/due.ts';
import type { Incident } from '../../core/recovery/event.ts';
import { importIncidents } from '../../core/recovery/exchange.ts';
import { stateOf } from '../../core/recovery/incident.ts';
import { addsTo } from '../../core/recovery/record.ts';
import { fill } from '../../core/words.ts';
import { caseCard, clockNotice, fileActions, offerPanel } from './case.view.ts';
import { CaseElement } from './case-element.ts';
import type { BoardData } from './case-props.ts';
import { openFrom } from './new-case.ts';

type Refusal = keyof BoardData['words']['refusals'];

let given: BoardData | undefined;

/** Brings the board to life; done once the incidents are known. */
export async function startBoard(data: BoardData): Promise<void> {
  given ??= data;
  if (!customElements.get('recovery-board')) customElements.define('recovery-board', RecoveryBoard);
  await incidents();
}

/** The cases of the recovery page: which are open, what is due, what a link or a file brings. */
class RecoveryBoard extends CaseElement<BoardData> {
  #offered: Incident | undefined;
  #refused: { reason: Refusal; from: 'import' | 'incident' } | undefined;

  protected readonly own = {
    import: () => (this.#offered ? this.#take([this.#offered]) : this.#fileInput?.click()),
    'leave-offer': () => this.#leave(),
    undo: async () => {
      if (!this.removed) return;
      const { id } = this.removed;
      await this.store?.add(this.removed);
      this.removed = undefined;
      this.say(fill(this.props.words.broughtBack, { label: this.stateOf(id)?.label ?? '' }));
      this.redraw();
      this.#focusOn(id);
    },
    'new-incident': () => {},
    'open-incident': (_: HTMLElement, id: string) => this.work(id),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') void this.#read(target);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement && event.target.matches('[data-new-case]'))
        void this.#create(event.target);
    });
    addEventListener('hashchange', () => void this.#readLink());
  }

  protected override get props(): BoardData {
    if (!given) throw new Error('The board was begun without its data.');
    return given;
  }

  protected override begin(): void {
    void this.#readLink();
  }

  protected slots(props: BoardData, now: number): Record<string, Html> {
    const { words } = props;
    const states = this.states(now);
    const order = [...new Set(dueList(states).map(({ incident }) => incident)), ...states.map(({ id }) => id)];
    const sorted = states.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    const offered = this.#offered;
    const known = this.store?.incidents.find(({ id }) => id === offered?.id);
    const isKnown = offered && known ? (addsTo(known, offered) ? 'known' : 'same') : 'new';
    const persistent = this.store?.isPersistent;
    return {
      offer: html`${offered && offerPanel(props, stateOf(offered, props.lists, now), isKnown, now)}${
        this.#refused &&
        html`<p class="error-sentence" data-error-for="${this.#refused.from}">${words.refusals[this.#refused.reason]}</p>`
      }`,
      board: html`${
        sorted.length > 0 &&
        html`<h2 id="board">${words.board}</h2><ul class="cases">${sorted.map((state) => html`${clockNotice(props, state)}${caseCard(props, state, now)}`)}</ul>`
      }${this.removed && html`<p><button type="button" class="button" data-action="undo">${words.undo}</button></p>`}`,
      file: fileActions(words, { canImport: !offered, canExport: sorted.length > 0 }),
      persistence: html`${persistent !== undefined && (persistent ? words.persistYes : words.persistNo)}`,
    };
  }

  get #fileInput(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('[name=import]');
  }

  async #create(form: HTMLFormElement): Promise<void> {
    const saved = await openFrom(form, await incidents(), this.props);
    if (!saved || !this.sayTrouble(saved) || !('incident' in saved) || !saved.incident) return;
    const { id } = saved.incident;
    this.work(id);
    this.say(fill(this.props.words.created, { label: this.stateOf(id)?.label ?? '' }));
    this.redraw();
    this.#focusOn(id);
  }

  #focusOn(id: string): void {
    this.querySelector<HTMLElement>(`[data-incident="${id}"] [data-action=open-incident]`)?.focus();
  }

  async #readLink(): Promise<void> {
    const code = readAddress(['incident'])['incident'];
    if (code === undefined || this.store?.incidents.some(({ id }) => id === code)) return;
    const [{ decodeFromLink }, { unpackIncident }] = await Promise.all([
      import('../../browser/link-codec.ts'),
      import('../../core/recovery/compact.ts'),
    ]);
    const decoded = await decodeFromLink(code);
    this.#refused = undefined;
    this.#offered = undefined;
    if (decoded.state === 'refused') this.#refuse('incident', decoded.reason);
    else {
      const unpacked = unpackIncident(decoded.text);
      if (unpacked.state === 'read') this.#offered = unpacked.incident;
      else this.#refuse('incident', unpacked.reason === 'not-ours' ? 'damaged' : unpacked.reason);
    }
    this.redraw();
    this.querySelector<HTMLElement>('#offer')?.focus();
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const found = importIncidents(await file.text());
    input.value = '';
    this.#refused = undefined;
    if (found.state === 'refused') this.#refuse('import', found.reason);
    else if (found.incidents.length === 0) this.#refuse('import', 'broken');
    else await this.#take(found.incidents, found.faults.length);
    this.redraw();
  }

  #refuse(from: 'import' | 'incident', reason: Refusal): void {
    this.#refused = { from, reason };
    this.say(this.props.words.refusals[reason]);
  }

  async #take(found: Incident[], leftOut = 0): Promise<void> {
    const { words } = this.props;
    for (const incident of found) await this.store?.add(incident);
    const labels = found.map(({ id }) => this.stateOf(id)?.label ?? id).join(', ');
    this.#leave();
    this.say(
      [fill(words.imported, { labels }), leftOut > 0 ? fill(words.importedPart, { n: leftOut }) : ''].join(' ').trim(),
    );
    const [first] = found;
    if (first) this.#focusOn(first.id);
  }

  #leave(): void {
    this.#offered = undefined;
    this.#refused = undefined;
    if (readAddress(['incident'])['incident'] !== undefined)
      history.replaceState(history.state, '', location.pathname + location.search);
    this.redraw();
  }
}
