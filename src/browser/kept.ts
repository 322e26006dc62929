/** Small settings kept between visits, and texts kept for one tab; where the browser keeps nothing, for the page. */
const forThePage = new Map<string, string>();

export const kept = (key: string): string | undefined => read(() => localStorage, key);
export const keep = (key: string, value: string): void => write(() => localStorage, key, value);

/** The keys under which something is kept, by how they begin. */
export function keptKeys(prefix: string): string[] {
  let all = [...forThePage.keys()];
  try {
    all = Object.keys(localStorage);
  } catch {
    // Storage is forbidden; what the page itself remembers is all there is.
  }
  return all.filter((key) => key.startsWith(prefix));
}

export function forget(key: string): void {
  forThePage.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is forbidden, so nothing was kept there.
  }
}

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
