import { readAddress } from '../../browser/address.ts';
import { type Html, html } from '../../browser/html.ts';
import { dueList } from '../../core/recovery/due.ts';
import type { Incident } from '../../core/recovery/event.ts';
import { importIncidents } from '../../core/recovery/exchange.ts';
import { stateOf } from '../../core/recovery/incident.ts';
import { addsTo } from '../../core/recovery/record.ts';
import { indexSymptoms, type SymptomIndex, searchSymptoms } from '../../core/recovery/symptom-search.ts';
import { decideTriage } from '../../core/recovery/triage.ts';
import { fill, plural } from '../../core/words.ts';
import { caseCard, clockNotice, offerPanel } from './case.view.ts';
import { CaseElement } from './case-element.ts';
import type { BoardProps } from './case-props.ts';
import { openFrom } from './new-case.ts';
import { triageResult, triageStrip } from './triage.view.ts';

type Refusal = keyof BoardProps['words']['refusals'];

/** The recovery page: what do you see, which list is yours, which cases are open. */
class RecoveryBoard extends CaseElement<BoardProps> {
  #index: SymptomIndex | undefined;
  #symptoms: Element[] = [];
  #offered: Incident | undefined;
  #refused: { reason: Refusal; from: 'import' | 'incident' } | undefined;

  protected readonly own = {
    import: () => (this.#offered ? this.#take([this.#offered]) : this.#fileInput?.click()),
    'leave-offer': () => this.#leave(),
    undo: async () => {
      if (this.removed) await this.store?.add(this.removed);
      this.removed = undefined;
      this.say('');
      this.redraw();
    },
    'new-incident': () => {},
    'open-incident': (_: HTMLElement, id: string) => this.work(id),
    track: (button: HTMLElement) => this.#track(button.dataset['list'] ?? ''),
  };

  override connectedCallback(): void {
    this.#symptoms = [...this.querySelectorAll('[data-symptom]')];
    super.connectedCallback();
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'symptom') this.#search(target.value);
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') this.#decide();
      if (target instanceof HTMLInputElement && target.type === 'file') void this.#read(target);
      if (target instanceof HTMLSelectElement && target.name === 'kind') this.#choose({ kind: target.value });
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement && event.target.matches('[data-new-case]'))
        void this.#create(event.target);
    });
    addEventListener('hashchange', () => void this.#readLink());
    const typed = this.querySelector<HTMLInputElement>('[name=symptom]');
    if (typed?.value) this.#search(typed.value);
    this.#decide();
  }

  protected override begin(): void {
    void this.#readLink();
  }

  protected slots(props: BoardProps, now: number): Record<string, Html> {
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
      file: html`${!offered && html`<button type="button" class="button" data-action="import">${words.import}</button>`}`,
      persistence: html`${persistent !== undefined && (persistent ? words.persistYes : words.persistNo)}`,
    };
  }

  get #fileInput(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('[name=import]');
  }

  #search(typed: string): void {
    const { symptoms, locale, words } = this.props;
    this.#index ??= indexSymptoms(symptoms, locale);
    const isAsked = typed.trim() !== '';
    const found = searchSymptoms(this.#index, typed).map(({ id }) => id);
    const byId = new Map(this.#symptoms.map((one) => [one.getAttribute('data-symptom') ?? '', one]));
    const shown = isAsked ? found.flatMap((id) => byId.get(id) ?? []) : this.#symptoms;
    this.querySelector('[data-symptoms]')?.replaceChildren(...shown);
    const nothing = isAsked && shown.length === 0;
    const said = this.querySelector('[data-search-says]');
    if (said)
      said.textContent = !isAsked
        ? ''
        : nothing
          ? words.searchNothing
          : plural(words.searchFound, locale, shown.length, String(shown.length));
  }

  #decide(): void {
    const { props } = this;
    const slot = this.querySelector('[data-slot="triage"]');
    if (!props.triage || !slot) return;
    const picked = [...this.querySelectorAll<HTMLInputElement>('.question input:checked')];
    const answers = Object.fromEntries(picked.map(({ name, value }) => [name, value]));
    slot.innerHTML = triageResult(props, answers).markup;
    const strip = this.querySelector<HTMLElement>('[data-slot="strip"]');
    if (strip) {
      strip.hidden = picked.length === 0;
      strip.innerHTML = triageStrip(props, answers).markup;
    }
    if (picked.length === 0) return;
    const { settled, next, checklist } = decideTriage(props.triage, answers);
    for (const question of this.querySelectorAll<HTMLElement>('.question')) {
      const isOpen = answers[question.dataset['question'] ?? ''] === undefined;
      const note = question.querySelector<HTMLElement>('[data-no-matter]');
      if (!note) continue;
      note.hidden = !(isOpen && settled && next === undefined);
      note.textContent = props.words.noMatter;
    }
    this.#choose({ list: checklist });
  }

  #choose({ list, kind }: { list?: string; kind?: string }): void {
    const wanted = list ?? this.props.listOfKind[kind ?? ''];
    const select = this.querySelector<HTMLSelectElement>('[name=list]');
    if (select && wanted) select.value = wanted;
    const kindOf = Object.entries(this.props.listOfKind).find(([, one]) => one === list)?.[0];
    const kinds = this.querySelector<HTMLSelectElement>('[name=kind]');
    if (kinds && list && kindOf && kindOf in this.props.words.kinds) kinds.value = kindOf;
  }

  #track(list: string): void {
    this.#choose({ list });
    const label = this.querySelector<HTMLInputElement>('[name=label]');
    label?.scrollIntoView({ block: 'center' });
    label?.focus({ preventScroll: true });
  }

  async #create(form: HTMLFormElement): Promise<void> {
    if (!this.store) return;
    const saved = await openFrom(form, this.store, this.props);
    if (!saved || !this.sayTrouble(saved) || !('incident' in saved) || !saved.incident) return;
    const { id } = saved.incident;
    this.work(id);
    this.say(fill(this.props.words.created, { label: this.stateOf(id)?.label ?? '' }));
    this.redraw();
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
    if (first) this.querySelector<HTMLElement>(`[data-incident="${first.id}"] [data-action=open-incident]`)?.focus();
  }

  #leave(): void {
    this.#offered = undefined;
    this.#refused = undefined;
    if (readAddress(['incident'])['incident'] !== undefined)
      history.replaceState(history.state, '', location.pathname + location.search);
    this.redraw();
  }
}

customElements.define('recovery-board', RecoveryBoard);
