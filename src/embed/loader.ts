import { onThemeChange, themeAround } from './hostTheme.ts';
import { isOurs, say } from './messages.ts';

function hint(frame: HTMLIFrameElement): void {
  say(frame.contentWindow!, { type: 'theme', theme: themeAround(frame), hint: true });
}

/**
 * The host's side: gives every frame of ours on the page its height, tells it the theme where the page's own does not
 * reach it, and makes what the figure tells into events of the iframe. One for all frames, whenever they come.
 * @param origin where our frames come from
 */
export function serveFrames(origin: string): void {
  // Twice on a page, or in two versions: the first serves all frames, so that each event is told once.
  const page = window as unknown as Record<string, unknown>;
  const served = `feels-fast ${origin}`;
  if (page[served]) return;
  page[served] = true;
  const frames = () =>
    [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(`${origin}/`));

  addEventListener('message', ({ data, origin: from, source }) => {
    // A sandboxed frame has no origin of its own.
    if (!isOurs(data) || (from !== origin && from !== 'null')) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    const { type, height, name, detail } = data;
    if (type === 'ready') hint(frame);
    if (type === 'resize' && Number.isFinite(height)) {
      frame.style.border = '0'; // within `border-box` it would take some of the height
      frame.style.height = `${Math.min(Math.max(height as number, 80), 10_000)}px`;
    }
    if (type === 'event' && /^ff-[a-z]+$/.test(name as string))
      frame.dispatchEvent(new CustomEvent(name as string, { detail, bubbles: true }));
  });
  onThemeChange(() => frames().forEach(hint));
  // Those that spoke before anybody listened say it again.
  for (const { contentWindow } of frames()) say(contentWindow!, { type: 'hello' });
}
