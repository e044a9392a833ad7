import type { About } from './types.ts';

/**
 * What a host with a Content-Security-Policy adds to it for a tier: "frame-src https://HOST"; `null` where nothing is
 * fetched from us. These are directives, so they hold together in one line: "frame-src …; script-src …".
 */
export function policyFor(tier: About['tier'], origin: string): string | null {
  const lines: Record<About['tier'], readonly string[]> = {
    url: ['frame-src'],
    iframe: ['frame-src', 'script-src'],
    element: ['script-src'],
    npm: [],
    image: ['img-src'],
  };
  return lines[tier].map((directive) => `${directive} ${origin}`).join('; ') || null;
}
