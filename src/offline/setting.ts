import { PREFIX } from './release.ts';

const KEY = 'offline';

/** Whether this browser may keep pages: where storage is refused, it may not. */
export function wanted(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return false;
  }
}

/** Whether the reader can choose: not in a frame, where storage is refused, or without a secure connection. */
export function possible(): boolean {
  try {
    return top === self && 'caches' in window && 'serviceWorker' in navigator && !!localStorage;
  } catch {
    return false;
  }
}

let trusted: unknown;

/** The address of the worker, as pages with trusted types want it. They let a policy be made once. */
function address(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trusted ??= trustedTypes
    ?.createPolicy('offline', { createScriptURL: () => '/sw.js' })
    .createScriptURL('');
  return (trusted ?? '/sw.js') as string;
}
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(given: string): unknown };
}

let registered: Promise<unknown> | undefined;

/** Lets the worker keep what is visited. Without one (the host may have none) all stays as it is. */
export function begin(): Promise<unknown> {
  return (registered ??= navigator.serviceWorker.register(address()).catch(() => undefined));
}

/** Remembers the choice. Off deletes all that was kept. */
export async function choose(on: boolean): Promise<void> {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, 'off');
  if (on) {
    await begin();
    return;
  }
  registered = undefined;
  await (await navigator.serviceWorker.getRegistration('/'))?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
}

/**
 * Calls back once, when the page has come and the reader has done something with it: who only opens it, or is a program,
 * is sent nothing more.
 */
export function whenInUse(act: () => void): void {
  const signs = ['pointerdown', 'keydown', 'scroll'] as const;
  const used = () => {
    for (const sign of signs) removeEventListener(sign, used);
    const idle = () => void setTimeout(act, 1_000);
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle);
  };
  for (const sign of signs) addEventListener(sign, used, { passive: true });
}
