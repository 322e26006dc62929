/** After one visit the site works without a network. Nothing on the page waits for this, or fails without it. */
export function keepForOffline(): void {
  if (import.meta.env.DEV) return;
  addEventListener('load', () => {
    if ('requestIdleCallback' in window) requestIdleCallback(register, { timeout: 2000 });
    else setTimeout(register, 500);
  });
}

async function register(): Promise<void> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  try {
    await navigator.serviceWorker.register(`${base}sw.js`, { updateViaCache: 'none' });
  } catch {
    // An old browser, a plain http address or a forbidden storage: the site is read online.
  }
}
