import { keep, kept } from '../browser/kept.ts';
import { keepForOffline } from '../browser/offline.ts';

/** What every page does in the browser: theme, language, menu, search. Nothing here is needed to read. */
const root = document.documentElement;

for (const button of document.querySelectorAll('[data-theme-switch]')) {
  button.addEventListener('click', () => {
    root.dataset['theme'] = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    keep('theme', root.dataset['theme']);
  });
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
  link.addEventListener('click', () => {
    keep('language', link.dataset['language'] ?? '');
    link.hash = location.hash;
  });
}

const menu = document.querySelector('#menu');
const menuButton = document.querySelector<HTMLAnchorElement>('[data-menu]');
if (menu && menuButton) {
  menuButton.setAttribute('role', 'button');
  const open = (isOpen: boolean) => {
    menu.classList.toggle('open', isOpen);
    menuButton.setAttribute('aria-expanded', String(isOpen));
  };
  open(false);
  menuButton.addEventListener('click', (event) => {
    // The address keeps what a calculator wrote into it.
    event.preventDefault();
    open(!menu.classList.contains('open'));
  });
  menuButton.addEventListener('keydown', (event) => {
    if (event.key === ' ') {
      event.preventDefault();
      menuButton.click();
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.classList.contains('open')) {
      open(false);
      menuButton.focus();
    }
  });
}

/** The index comes together with the script that reads it, not after it. */
const loadIndex = () => {
  const href = `${document.querySelector<HTMLElement>('.search-dialog')?.dataset['index'] ?? ''}index.json`;
  if (document.head.querySelector(`[href="${href}"]`)) return;
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }),
  );
};
const openSearch = async (field?: HTMLInputElement) => {
  loadIndex();
  const { openSearchDialog } = await import('../browser/search/dialog.ts');
  // Several letters may have been typed while the search was loading: the first call takes them all.
  openSearchDialog(field?.value || undefined);
  if (field) field.value = '';
};
document.querySelector('[data-search]')?.addEventListener('click', () => openSearch());
for (const field of document.querySelectorAll<HTMLInputElement>('[data-search-field]')) {
  field.addEventListener('input', () => field.value && openSearch(field));
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void openSearch(field);
  });
}
addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  const isSearchKey = (event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
  if (isSearchKey) {
    event.preventDefault();
    void openSearch();
  }
});

// An answer may lead to something folded up.
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener('hashchange', unfold);
unfold();

// What should have been checked again by now says so, even on a page built long ago.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
for (const mark of document.querySelectorAll<HTMLElement>('[data-due]'))
  mark.hidden = (mark.dataset['due'] ?? '') >= today;

// A page read on the phone goes on in the language chosen last.
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());

if (kept('language') === undefined) keep('language', root.lang.slice(0, 2));

keepForOffline();
