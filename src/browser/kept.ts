/** Small settings kept between visits, and texts kept for one tab; where the browser keeps nothing, for the page. */
const forThePage = new Map<string, string>();

export const kept = (key: string): string | undefined => read(() => localStorage, key);
export const keep = (key: string, value: string): void => write(() => localStorage, key, value);

export const keptForTab = (key: string): string => read(() => sessionStorage, key) ?? '';
export const keepForTab = (key: string, value: string): void => write(() => sessionStorage, key, value);

function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return forThePage.get(key);
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  forThePage.set(key, value);
  try {
    storage().setItem(key, value);
  } catch {
    // Storage is full or forbidden; the page goes on without it.
  }
}
