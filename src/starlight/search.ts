/** The search dialog; this file and the index are loaded when the search is first opened. */
interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
}
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(
    term: string,
    options?: object,
    wait?: number,
  ): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const SHOWN = 8;
let engine: Promise<Pagefind> | undefined;

export function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  const input = dialog?.querySelector('input');
  if (!dialog || !input) throw new Error('The page has no search dialog.');
  if (!dialog.open) dialog.showModal();
  input.select();
  if (engine) return;
  engine = load(dialog.dataset['bundle'] ?? '');
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  input.addEventListener('input', () => void search(dialog, input.value));
}

async function load(bundle: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ bundle);
  await pagefind.init();
  return pagefind;
}

async function search(dialog: HTMLDialogElement, term: string): Promise<void> {
  const list = dialog.querySelector('.search-results');
  const status = dialog.querySelector('[role=status]');
  if (!list || !status) return;
  if (term.trim() === '') {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const found = await (await engine)?.debouncedSearch(term, {}, 120);
    if (!found) return;
    const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    list.replaceChildren(...results.map(showResult));
    status.textContent = results.length > 0 ? '' : wordsOf(dialog, '[data-none]');
  } catch {
    engine = undefined;
    status.textContent = wordsOf(dialog, '[data-failed]');
  }
}

function showResult({ url, meta, excerpt }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const title = document.createElement('strong');
  const text = document.createElement('span');
  link.href = url;
  title.textContent = meta.title ?? url;
  // Pagefind escapes the page's text and adds only its own <mark>.
  text.innerHTML = excerpt;
  link.append(title, text);
  item.append(link);
  return item;
}

function wordsOf(dialog: HTMLElement, selector: string): string {
  return dialog.querySelector<HTMLTemplateElement>(selector)?.content.textContent ?? '';
}
