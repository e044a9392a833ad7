/** What the worker may keep: every file of one build by its address, with the SHA-256 of its bytes in hex. */
export interface Release {
  /** Hash of the list. */
  version: string;
  files: Readonly<Record<string, string>>;
}

/** Caches of ours are called this, and a version. */
export const PREFIX = 'feels-fast ';

/** What is shown in place of a page that is not kept. */
export const OFFLINE = '/offline/';

/** Never changes under its name, and is what pages are made of. */
export const isAsset = (path: string): boolean => path.startsWith('/_astro/');

/** Kept from the start. GSAP's clock comes when a reader first plays; without it the small clock keeps time. */
export const isShared = (path: string): boolean => isAsset(path) && !path.includes('/gsapClock.');

/** SHA-256 in hex. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
