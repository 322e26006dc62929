/** The path below which the site lies, with a slash at both ends, however it was typed. */
export function basePath(typed: string | undefined): string {
  const inner = (typed ?? '').replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
