import { type Html, html } from '../../browser/html.ts';
import { keepForTab, keptForTab } from '../../browser/kept.ts';
import { composeAppeal, factsToGather } from '../../core/recovery/appeal.ts';
import type { AppealAnswer } from '../../core/recovery/event.ts';
import type { Locale } from '../../knowledge/schema.ts';
import { ANSWERS, type AppealProps, appealsSent, appealText } from './appeal.view.ts';
import { CaseElement } from './case-element.ts';

/** Composes the request to WhatsApp from ticked statements alone. What is typed stays in this tab. */
class AppealComposer extends CaseElement<AppealProps> {
  protected readonly own = {
    'appeal-copy': () => this.#copy(),
    'appealed-app': () => this.#sent('app'),
    'appealed-web': () => this.#sent('web'),
    ...Object.fromEntries(
      ANSWERS.map((answer) => [`appeal-${answer}`, (button: HTMLElement) => this.#answer(button, answer)]),
    ),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    for (const field of this.#fields()) {
      const typed = keptForTab(`appeal.${keyOf(field)}`);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked ||= typed === 'yes';
      else if (typed !== '') field.value = typed;
    }
    this.addEventListener('input', ({ target }) => {
      const field = target as HTMLInputElement;
      keepForTab(`appeal.${keyOf(field)}`, field.type === 'checkbox' ? (field.checked ? 'yes' : '') : field.value);
      this.#compose();
    });
    this.addEventListener('submit', (event) => event.preventDefault());
    this.#compose();
  }

  protected slots(props: AppealProps, now: number): Record<string, Html> {
    const state = this.states(now).find(({ id }) => id === this.worked);
    return {
      log:
        state && !state.closed
          ? html`<p><strong>${state.label}</strong></p>${appealsSent(props, state.appeals, now)}`
          : html``,
    };
  }

  #fields(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.composer [name]')];
  }

  #ticked(): string[] {
    return [...this.querySelectorAll<HTMLInputElement>('[name=statement]:checked')].map(({ value }) => value);
  }

  #facts(): Record<string, string> {
    return Object.fromEntries(
      [...this.querySelectorAll<HTMLInputElement>('[name^=fact-]')].map(({ name, value }) => [name.slice(5), value]),
    );
  }

  get #language(): Locale {
    return (this.querySelector<HTMLSelectElement>('[name=appeal-language]')?.value ?? this.props.locale) as Locale;
  }

  #compose(): void {
    const { props } = this;
    const ticked = this.#ticked();
    const needed = new Set(factsToGather(props.appeal, ticked));
    for (const fact of this.querySelectorAll<HTMLElement>('[data-fact]'))
      fact.hidden = ticked.length > 0 && !needed.has(fact.dataset['fact'] ?? '');
    const slot = this.querySelector('[data-slot="text"]');
    if (slot) slot.innerHTML = appealText(props, ticked, this.#facts(), this.#language).markup;
  }

  async #copy(): Promise<void> {
    const { text } = composeAppeal(this.props.appeal, this.#ticked(), this.#facts(), this.#language);
    await navigator.clipboard?.writeText(text).then(
      () => this.say(this.props.composer.copied),
      () => getSelection()?.selectAllChildren(this.querySelector('[data-figure=appeal-text]') ?? this),
    );
  }

  async #sent(via: string): Promise<void> {
    if (!this.worked) return;
    const statements = this.#ticked();
    if (await this.enter(this.worked, { type: 'appealed', via, language: this.#language, statements }))
      this.say(this.props.composer.sentKept);
  }

  async #answer(button: HTMLElement, answer: AppealAnswer): Promise<void> {
    const appeal = button.closest<HTMLElement>('[data-appeal]')?.dataset['appeal'];
    if (this.worked && appeal) await this.enter(this.worked, { type: 'appeal-answered', appeal, answer });
  }
}

function keyOf(field: HTMLInputElement | HTMLSelectElement): string {
  return field.name === 'statement' ? `statement.${field.value}` : field.name;
}

customElements.define('appeal-composer', AppealComposer);
