/**
 * Where the site will be: SITE, or an address that stands for it. Its links begin at the root, so it needs a host of
 * its own.
 * @throws Error that says what to give
 */
export function siteOrigin(given = process.env['SITE'] || 'https://feels-fast.example'): string {
  const { origin, pathname } = new URL(given);
  if (pathname !== '/')
    throw new Error(
      `SITE=${given}: the site cannot be served below ${pathname}. Give a host: SITE=${origin}`,
    );
  return origin;
}
