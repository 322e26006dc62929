/** Small settings kept between visits; where the browser keeps nothing, they last for the page. */
const forThePage = new Map<string, string>();

export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return forThePage.get(key);
  }
}

export function keep(key: string, value: string): void {
  forThePage.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden; the page goes on without it.
  }
}
