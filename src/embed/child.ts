import { isOurs, say, type FromFrame } from './messages.ts';

/** What the host may ask of the figure in the frame. Everything is checked there. */
export interface Framed {
  figure: string;
  version: string;
  /** The detail of `ff-ready`, for a host that has missed it; nothing while there is no figure that runs. */
  ready(): unknown;
  set(values: unknown): void;
  command(name: unknown, value: unknown): void;
  theme(theme: unknown, hint: unknown): void;
}

/**
 * The frame's side of the talk: says how high it is, at once and when that changes, in the dialects that hosts
 * understand, and passes on what the host asks. Only the parent is heard.
 *
 * - WordPress frames have a secret in their address, and stay hidden until they have said their height with it. They
 *   may open no tab, but WordPress follows their links where it is asked to.
 * - Newswire's and AMP's frames: `{ sentinel: 'amp', type: 'embed-size', height }`.
 * - Iframely, Embedly and Medium: a JSON string with `context: 'iframe.resize'`.
 */
export function talk(framed: Framed): (message: FromFrame) => void {
  const { figure, version } = framed;
  const host = parent;
  const secret = /secret=(\w+)/.exec(location.hash)?.[1];
  let height = 0;

  const resize = () => {
    const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Where a page loads many frames, a frame may run before it is told its size: then each word is a line.
    if (now === height || innerWidth === 0) return;
    height = now;
    say(host, { type: 'resize', height });
    if (secret) host.postMessage({ message: 'height', value: height, secret }, '*');
    host.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
    host.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*');
  };
  const greet = () => {
    height = 0;
    say(host, { type: 'ready', figure, version });
    resize();
  };

  addEventListener('message', ({ source, data }) => {
    if (source !== host || !isOurs(data)) return;
    if (data['type'] === 'hello') {
      greet();
      const detail = framed.ready();
      if (detail) say(host, { type: 'event', name: 'ff-ready', detail });
    }
    if (data['type'] === 'set') framed.set(data['values']);
    if (data['type'] === 'command') framed.command(data['name'], data['value']);
    if (data['type'] === 'theme') framed.theme(data['theme'], data['hint']);
  });
  new ResizeObserver(resize).observe(document.documentElement);
  addEventListener('resize', resize); // off screen, observers sleep
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[target]');
    if (!secret || !link) return;
    event.preventDefault();
    host.postMessage({ message: 'link', value: link.href, secret }, '*');
  });
  greet();
  return (message) => say(host, message);
}
