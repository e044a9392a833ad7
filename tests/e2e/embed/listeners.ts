/** What `countListeners` gives to the page. */
export interface Counts {
  /** What still listens or watches, by kind. */
  listening(): Record<string, number>;
  /** How many frames others ask for while ten are drawn. */
  asked(): Promise<number>;
}

/** In the page, before any other script: counts what an element holds on to outside itself. */
export function countListeners(): void {
  const live = new Map<string, number>();
  const count = (what: string, by: number) => live.set(what, (live.get(what) ?? 0) + by);

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const listeners = new WeakMap<EventTarget, Map<unknown, Set<string>>>();
  const known = (target: EventTarget, listener: unknown) => {
    const all = listeners.get(target) ?? new Map<unknown, Set<string>>();
    listeners.set(target, all);
    return all.get(listener) ?? all.set(listener, new Set()).get(listener)!;
  };
  const keyOf = (type: string, options?: boolean | EventListenerOptions) =>
    `${type} ${typeof options === 'object' ? options.capture === true : options === true}`;
  const pages: readonly EventTarget[] = [document, document.documentElement];
  const outside = (target: EventTarget) =>
    target === document.body ||
    pages.includes(target) ||
    !(target instanceof Node || target instanceof AbortSignal);

  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = (this as EventTarget | undefined) ?? window;
    const keys = known(target, listener);
    const key = keyOf(type, options);
    if (outside(target) && !keys.has(key)) {
      count(`listener: ${type}`, 1);
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal) add.call(signal, 'abort', () => count(`listener: ${type}`, -1));
    }
    keys.add(key);
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = (this as EventTarget | undefined) ?? window;
    if (known(target, listener).delete(keyOf(type, options)) && outside(target))
      count(`listener: ${type}`, -1);
    remove.call(target, type, listener, options);
  };

  interface Observer {
    observe(target: Node, options?: object): void;
    unobserve?(target: Node): void;
    disconnect(): void;
  }
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const) {
    const prototype = window[name].prototype as unknown as Observer;
    const { observe, unobserve, disconnect } = prototype;
    const watched = new WeakMap<Observer, Set<Node>>();
    const by = (observer: Observer) =>
      watched.get(observer) ?? watched.set(observer, new Set()).get(observer)!;
    prototype.observe = function (target, options) {
      if (!by(this).has(target)) count(name, 1);
      by(this).add(target);
      observe.call(this, target, options);
    };
    if (unobserve)
      prototype.unobserve = function (target) {
        if (by(this).delete(target)) count(name, -1);
        unobserve.call(this, target);
      };
    prototype.disconnect = function () {
      count(name, -by(this).size);
      by(this).clear();
      disconnect.call(this);
    };
  }

  const request = window.requestAnimationFrame.bind(window);
  let frames = 0;
  window.requestAnimationFrame = (callback) => (frames++, request(callback));
  const counts: Counts = {
    listening: () => Object.fromEntries([...live].filter(([, n]) => n !== 0)),
    async asked() {
      const before = frames;
      for (let i = 0; i < 10; i++) await new Promise(request);
      return frames - before;
    },
  };
  Object.assign(window, counts);
}
