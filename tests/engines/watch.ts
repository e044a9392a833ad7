/** In a page, before any other script: keeps what it complains of, its frames' complaints among them. */
export function watch(): void {
  const complaints: string[] = [];
  const complain = (what: string) => {
    complaints.push(what);
    if (parent !== window) parent.postMessage({ complaint: what }, '*');
  };
  Object.assign(window, { complaints });
  addEventListener('message', ({ data }: MessageEvent<{ complaint?: string } | null>) => {
    if (data?.complaint) complain(`in a frame: ${data.complaint}`);
  });
  // For whoever has this page in a frame.
  addEventListener('message', ({ data, source }) => {
    if (data !== 'measure') return;
    const { scrollHeight, scrollWidth } = document.documentElement;
    const measured = {
      inside: document.querySelector('main')!.getBoundingClientRect().height,
      down: Math.max(0, scrollHeight - innerHeight),
      sideways: Math.max(0, scrollWidth - innerWidth),
    };
    (source as Window).postMessage({ measured }, '*');
  });
  // Captured: what does not load tells only itself.
  const failed = ({ message, target }: ErrorEvent) =>
    complain(message || `does not load: ${(target as Element).outerHTML}`);
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', ({ reason }) => complain(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    complain(`against the policy: ${violatedDirective} ${blockedURI} ${sample}`),
  );
  for (const level of ['error', 'warn'] as const) {
    const say = console[level].bind(console);
    console[level] = (...all: unknown[]) => {
      complain(all.map(String).join(' '));
      say(...all);
    };
  }
}
