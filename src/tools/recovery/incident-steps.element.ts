import { readAddress } from '../../browser/address.ts';
import { type Html, html } from '../../browser/html.ts';
import { incidents } from '../../browser/incidents.ts';
import { keep, kept } from '../../browser/kept.ts';
import { drawSlot } from '../../browser/slot.ts';
import type { Change } from '../../core/recovery/event.ts';
import { type IncidentState, type ListState, untouchedSteps } from '../../core/recovery/incident.ts';
import type { StepState } from '../../core/recovery/step-state.ts';
import { fill } from '../../core/words.ts';
import { ABOUT, caseDesk } from './case-desk.view.ts';
import { CaseElement } from './case-element.ts';
import { isSameMinute, particularsIn, stepTimeIn } from './case-forms.ts';
import type { ListText, StepsProps } from './case-props.ts';
import { listOf, reportTexts } from './case-texts.ts';
import { openFrom, VENDORS_OFF } from './new-case.ts';
import { type Asking, caseBar, caseChooser, causesFound, stepControls, vendorSwitches } from './steps.view.ts';

/** A checklist whose steps remember what was done for one incident. */
class IncidentSteps extends CaseElement<StepsProps> {
  #asking: Asking | undefined;
  #isMissing = false;
  #undoing: Promise<void> = Promise.resolve();
  #open: string | undefined;

  protected readonly own = {
    'step-done': (button: HTMLElement) => this.#step(button, (name) => ({ type: 'done', ...name })),
    'step-reopen': (button: HTMLElement) => this.#step(button, (name) => ({ type: 'reopened', ...name })),
    'wait-met': (button: HTMLElement) => this.#step(button, (name) => ({ type: 'wait-met', ...name })),
    'step-skip': (button: HTMLElement) => this.#ask(button, 'step-skip'),
    'step-override': (button: HTMLElement) => this.#ask(button, 'step-override'),
    confirm: (button: HTMLElement) => this.#confirm(button),
    cancel: () => this.#stopAsking(),
    'note-add': (button: HTMLElement) => this.#note(button),
    'open-incident': (_: HTMLElement, id: string) => this.#take(id),
    'new-incident': () => {},
    'list-seen': (_: HTMLElement, id: string) => this.tell(id, { type: 'list-seen', ...this.#taken() }),
    undo: () => this.#undoInTurn(),
    'to-step': (button: HTMLElement) => this.#goTo(button.dataset['to'] ?? ''),
    dates: () => {},
    told: () => {},
    'step-date': () => {},
    resume: (_: HTMLElement, id: string) => this.tell(id, { type: 'resumed' }),
    'close-recovered': (_: HTMLElement, id: string) => this.tell(id, { type: 'closed', outcome: 'recovered' }),
    'close-lost': (_: HTMLElement, id: string) => this.tell(id, { type: 'closed', outcome: 'lost' }),
    'close-other': (_: HTMLElement, id: string) => this.tell(id, { type: 'closed', outcome: 'other' }),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const { name, value, checked } = target;
      if (name === 'vendor') void this.#vendor(value, checked);
      if (name.startsWith('choice-')) void this.#step(target, (step) => ({ type: 'chosen', choice: value, ...step }));
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      if (form.matches('[data-new-case]')) void this.#create(form);
      if (form.matches('.reason-form')) void this.#confirm(form);
      if (form.matches('[data-dates]')) void this.#correct(form);
      if (form.matches('[data-step-time]')) void this.#stepTime(form);
      if (form.matches('[data-told]')) void this.#tell(form);
    });
    addEventListener('hashchange', () => {
      this.#choose();
      this.redraw();
    });
  }

  protected override begin(): void {
    for (const item of this.querySelectorAll<HTMLElement>('li[data-step]')) {
      const live = document.createElement('div');
      live.className = 'step-live';
      item.lastElementChild?.append(live);
    }
    this.#choose();
    // Who comes to go on with a case comes for what is next, not for the introduction.
    if (this.#open !== undefined && readAddress(['incident'])['incident'] === this.#open && scrollY === 0) {
      this.redraw();
      this.querySelector('.case-bar')?.scrollIntoView({ block: 'start' });
    }
  }

  /** The case the address names, else the one worked on last, else the only one that is on this list. */
  #choose(): void {
    const named = readAddress(['incident'])['incident'];
    const states = this.states().filter(({ closed }) => !closed);
    const isHere = (state: IncidentState) => state.lists.some(({ id }) => id === this.props.list);
    this.#isMissing = false;
    if (named !== undefined) {
      this.#open = this.states().find(({ id }) => id === named)?.id;
      if (this.#open) this.work(this.#open);
      else if (named.length > 20) location.replace(`${this.props.board}${location.hash}`);
      else this.#isMissing = true;
      return;
    }
    const here = states.filter(isHere);
    this.#open = here.find(({ id }) => id === this.worked)?.id ?? (here.length === 1 ? here[0]?.id : undefined);
  }

  protected slots(props: StepsProps, now: number): Record<string, Html> {
    // Another tab may hold it, and tells of it a little later.
    if (this.#isMissing) this.#choose();
    const states = this.states(now);
    const state = states.find(({ id }) => id === this.#open);
    const list = this.#list;
    const own = state?.lists.find(({ id }) => id === list.id) ?? (state && untaken(list));
    this.#drawSteps(state, own, now);
    this.#keepCase(state);
    const form = this.querySelector<HTMLElement>('[data-begin]');
    if (form) form.hidden = state !== undefined;
    const off = state?.vendorsOff ?? new Set((kept(VENDORS_OFF) ?? '').split(' '));
    return {
      bar: state
        ? caseBar(props, state, own, now)
        : html`${caseChooser(
            props,
            states.filter(({ closed }) => !closed),
            this.#isMissing,
          )}${this.removed && html`<p><button type="button" class="button" data-action="undo">${props.words.undo}</button></p>`}`,
      vendors: vendorSwitches(props, list, off),
      causes: causesFound(props, list, own, localDay(now)),
      desk: state ? caseDesk(props, list, state, own) : html``,
    };
  }

  get #list(): ListText {
    const list = listOf(this.props, this.props.list);
    if (!list) throw new Error(`<incident-steps> knows no list "${this.props.list}".`);
    return list;
  }

  #drawSteps(state: IncidentState | undefined, own: ListState | undefined, now: number): void {
    const { props } = this;
    const list = this.#list;
    for (const item of this.querySelectorAll<HTMLElement>('li[data-step]')) {
      const id = item.dataset['step'] ?? '';
      const step = state && own?.steps.find((one) => one.id === id);
      const text = list.steps.find((one) => one.id === id);
      item.hidden = step?.state === 'not-applicable';
      item.dataset['state'] = step && step.state !== 'not-applicable' ? step.state : 'todo';
      const live = item.querySelector<HTMLElement>('.step-live');
      if (live && text) drawSlot(live, step ? stepControls(props, list, text, step, this.#asking, now) : html``);
    }
    this.classList.toggle('is-live', state !== undefined);
  }

  /** Links to other lists go on with the same case. */
  #keepCase(state: IncidentState | undefined): void {
    const lists = new Set(this.props.lists.map(({ href }) => href));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.steps a[href]')) {
      if (lists.has(link.pathname)) link.hash = state ? `incident=${state.id}` : '';
    }
  }

  #taken() {
    const { id, version, steps } = this.#list;
    return { list: id, version, steps: steps.map((step) => step.id) };
  }

  /** A change to the step that holds the element; a list that was only looked at is taken with it. */
  async #step(element: HTMLElement, change: (name: { list: string; step: string }) => Change): Promise<void> {
    const step = element.closest<HTMLElement>('li[data-step]')?.dataset['step'];
    if (!this.#open || !step) return;
    const { props } = this;
    if (!(await this.#takeList())) return;
    if (!(await this.enter(this.#open, change({ list: props.list, step })))) return;
    const state = this.#stateOfStep(step);
    const number = this.#list.steps.findIndex(({ id }) => id === step) + 1;
    if (state) this.say(fill(props.words.says, { step: number, state: props.words.states[state.state] }));
  }

  #stateOfStep(step: string): StepState | undefined {
    const list = this.#open === undefined ? undefined : this.stateOf(this.#open)?.lists;
    return list?.find(({ id }) => id === this.props.list)?.steps.find(({ id }) => id === step);
  }

  async #takeList(): Promise<boolean> {
    const state = this.#open === undefined ? undefined : this.stateOf(this.#open);
    if (!state) {
      this.say(this.props.words.gone);
      return false;
    }
    if (state.current === this.props.list) return true;
    return this.enter(state.id, { type: 'list-taken', ...this.#taken() });
  }

  #ask(button: HTMLElement, what: Asking['for']): void {
    const step = button.closest<HTMLElement>('li[data-step]')?.dataset['step'];
    if (step) this.#asking = { step, for: what };
    this.redraw();
    this.querySelector<HTMLElement>('[name=reason]')?.focus();
  }

  #stopAsking(): void {
    const { step, for: asked } = this.#asking ?? {};
    this.#asking = undefined;
    this.redraw();
    this.querySelector<HTMLElement>(`[data-step="${step}"] [data-action="${asked}"]`)?.focus();
  }

  async #confirm(element: HTMLElement): Promise<void> {
    const field = this.querySelector<HTMLInputElement>('[name=reason]');
    const reason = field?.value.trim() ?? '';
    const isSkip = this.#asking?.for === 'step-skip';
    if (reason === '') {
      field?.setAttribute('aria-invalid', 'true');
      const place = this.querySelector('#error-reason');
      if (place)
        place.innerHTML =
          html`<p class="error-sentence" data-error-for="reason">${this.props.words.reasonMissing}</p>`.markup;
      field?.focus();
      return;
    }
    const item = element.closest<HTMLElement>('li[data-step]');
    this.#asking = undefined;
    if (item) await this.#step(item, (name) => ({ type: isSkip ? 'skipped' : 'overridden', reason, ...name }));
    this.redraw();
  }

  async #note(button: HTMLElement): Promise<void> {
    const field = button.closest('details')?.querySelector('textarea');
    const text = field?.value.trim() ?? '';
    const step = button.dataset['stepId'] ?? '';
    if (!field || text === '' || !this.#open) return field?.focus();
    field.value = '';
    const kept = await this.enter(this.#open, {
      type: 'noted',
      text,
      ...(step !== '' && { list: this.props.list, step }),
    });
    if (kept) this.say(this.props.words.noteKept);
    else field.value = text;
  }

  #goTo(step: string): void {
    const item = this.querySelector<HTMLElement>(`li[data-step="${step}"]`);
    item?.scrollIntoView({ block: 'start' });
    item?.querySelector<HTMLElement>('.step-live :is(input, button)')?.focus({ preventScroll: true });
  }

  #take(id: string): void {
    this.#open = id;
    this.work(id);
    history.replaceState(history.state, '', `#incident=${id}`);
    this.redraw();
    this.querySelector<HTMLElement>('.case-bar')?.focus();
  }

  /** Who presses twice in haste takes two things back, not one of them twice. */
  #undoInTurn(): Promise<void> {
    this.#undoing = this.#undoing.then(() => this.#undo());
    return this.#undoing;
  }

  async #undo(): Promise<void> {
    if (this.removed) {
      await this.store?.add(this.removed);
      const { id } = this.removed;
      this.removed = undefined;
      this.#take(id);
      return this.say(fill(this.props.words.broughtBack, { label: this.stateOf(id)?.label ?? '' }));
    }
    const state = this.#open === undefined ? undefined : this.stateOf(this.#open);
    if (!state?.undo) return;
    const entry = state.history.find(({ event }) => event.id === state.undo);
    if (!(await this.enter(state.id, { type: 'undone', event: state.undo }))) return;
    const what = entry ? reportTexts(this.props).entry(entry) : '';
    this.say(fill(this.props.words.undone, { what }));
  }

  async #create(form: HTMLFormElement): Promise<void> {
    const saved = await openFrom(form, await incidents(), this.props);
    if (saved && this.sayTrouble(saved) && 'incident' in saved && saved.incident) this.#take(saved.incident.id);
  }

  async #correct(form: HTMLFormElement): Promise<void> {
    const { words } = this.props;
    const state = this.#open === undefined ? undefined : this.stateOf(this.#open);
    const changes = state && particularsIn(form, state, words);
    if (!state || !changes) return;
    for (const change of changes) if (!(await this.enter(state.id, change))) return;
    this.say(words.datesKept);
  }

  async #stepTime(form: HTMLFormElement): Promise<void> {
    const { words } = this.props;
    const happened = stepTimeIn(form, words, Date.now());
    if (happened === undefined) return;
    const details = form.closest('details');
    if (details) details.open = false;
    details?.querySelector('summary')?.focus();
    const step = form.closest<HTMLElement>('li[data-step]')?.dataset['step'] ?? '';
    if (isSameMinute(happened, this.#stateOfStep(step)?.tick?.at)) return;
    await this.#step(form, (name) => ({ type: 'step-dated', happened, ...name }));
    this.say(words.timeKept);
  }

  async #tell(form: HTMLFormElement): Promise<void> {
    const state = this.#open === undefined ? undefined : this.stateOf(this.#open);
    if (!state) return;
    for (const about of ABOUT) {
      const text = form.querySelector<HTMLTextAreaElement>(`[name="${about}"]`)?.value ?? '';
      if (text !== (state.report.get(about)?.text ?? '')) await this.enter(state.id, { type: 'told', about, text });
    }
    this.say(this.props.words.reportKept);
  }

  async #vendor(vendor: string, isCustomer: boolean): Promise<void> {
    const off = new Set((kept(VENDORS_OFF) ?? '').split(' ').filter(Boolean));
    if (isCustomer) off.delete(vendor);
    else off.add(vendor);
    keep(VENDORS_OFF, [...off].join(' '));
    if (this.#open) await this.enter(this.#open, { type: isCustomer ? 'vendor-on' : 'vendor-off', vendor });
    this.redraw();
  }
}

/** A list that the case has not been on yet: nothing is done, everything may be. */
function untaken(list: ListText): ListState {
  const steps = untouchedSteps(list);
  return { id: list.id, version: 0, steps, gone: [], settled: 0, total: steps.length };
}

function localDay(now: number): string {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

customElements.define('incident-steps', IncidentSteps);
