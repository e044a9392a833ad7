import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showEvery50 } from '../../src/content/snippets/every-50-ms.ts';
import { showPerFrame } from '../../src/content/snippets/per-frame.ts';
import { showPerToken } from '../../src/content/snippets/per-token.ts';

/** A page with an element, frames, timers and a visibility that the test turns by hand. */
class FakePage {
  hidden = false;
  text = '';
  draws = 0;
  asked = 0;
  private callbacks = new Map<number, () => void>();
  private listeners = new Set<() => void>();

  /** What a draw has been put off to: at most one frame or timer at any time. */
  get scheduled() {
    return this.callbacks.size;
  }

  get listening() {
    return this.listeners.size;
  }

  readonly element = {
    append: (text: string) => {
      this.text += text;
      this.draws++;
    },
  } as unknown as Element;

  readonly document = {
    isHidden: () => this.hidden,
    addEventListener: (_: string, listener: () => void) => this.listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => this.listeners.delete(listener),
  };

  ask = (callback: () => void) => {
    this.callbacks.set(++this.asked, callback);
    return this.asked;
  };

  cancel = (id: number | undefined) => void this.callbacks.delete(id ?? 0);

  /** The next frame, or the timer's end. */
  tick() {
    const due = [...this.callbacks.values()];
    this.callbacks.clear();
    for (const callback of due) callback();
  }

  setHidden(hidden: boolean) {
    this.hidden = hidden;
    for (const listener of this.listeners) listener();
  }
}

/** A stream that the test writes to. `write` resolves once the reader has had its turn. */
function openStream() {
  let controller!: ReadableStreamDefaultController<string>;
  const stream = new ReadableStream<string>({ start: (c) => void (controller = c) });
  // Reading a chunk takes some microtasks; a macrotask is after all of them.
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    stream,
    write: (...pieces: string[]) => (
      pieces.forEach((piece) => controller.enqueue(piece)),
      settle()
    ),
    close: () => (controller.close(), settle()),
    fail: (error: Error) => (controller.error(error), settle()),
  };
}

let page: FakePage;

beforeEach(() => {
  page = new FakePage();
  const { document } = page;
  vi.stubGlobal('document', Object.defineProperty(document, 'hidden', { get: document.isHidden }));
  vi.stubGlobal('requestAnimationFrame', page.ask);
  vi.stubGlobal('cancelAnimationFrame', page.cancel);
  vi.stubGlobal('setTimeout', page.ask);
  vi.stubGlobal('clearTimeout', page.cancel);
});

afterEach(() => vi.unstubAllGlobals());

describe.each([
  { name: 'per-frame.ts', show: showPerFrame },
  { name: 'every-50-ms.ts', show: showEvery50 },
])('$name', ({ show }) => {
  it('schedules nothing while there is nothing to draw', async () => {
    const { stream, write, close } = openStream();
    const shown = show(stream, page.element);
    await write();
    expect(page.asked).toBe(0);
    await write('');
    expect(page.asked).toBe(0);
    await write('a');
    page.tick();
    await write();
    expect(page).toMatchObject({ asked: 1, scheduled: 0, draws: 1 });
    await close();
    await shown;
  });

  it('draws once per beat, with all that has arrived', async () => {
    const { stream, write, close } = openStream();
    const shown = show(stream, page.element);
    await write('a', 'b', 'c');
    await write('d');
    expect(page).toMatchObject({ text: '', scheduled: 1 });
    page.tick();
    expect(page).toMatchObject({ text: 'abcd', draws: 1, scheduled: 0 });
    await write('e');
    page.tick();
    expect(page).toMatchObject({ text: 'abcde', draws: 2 });
    await close();
    await shown;
  });

  it('ends with the stream: draws the rest at once and leaves nothing behind', async () => {
    const { stream, write, close } = openStream();
    const shown = show(stream, page.element);
    await write('a', 'b');
    await close();
    await shown;
    expect(page).toMatchObject({ text: 'ab', draws: 1, scheduled: 0, listening: 0 });
  });

  it('draws nothing at the end when nothing is left', async () => {
    const { stream, close } = openStream();
    const shown = show(stream, page.element);
    await close();
    await shown;
    expect(page).toMatchObject({ draws: 0, asked: 0, listening: 0 });
  });

  it('draws as text arrives while the tab is hidden, and asks for no frame', async () => {
    page.hidden = true;
    const { stream, write, close } = openStream();
    const shown = show(stream, page.element);
    await write('a');
    await write('b');
    expect(page).toMatchObject({ text: 'ab', asked: 0 });
    page.setHidden(false);
    await write('c');
    expect(page).toMatchObject({ text: 'ab', scheduled: 1 });
    page.tick();
    expect(page.text).toBe('abc');
    await close();
    await shown;
  });

  it('draws what is waiting when the tab is hidden, and drops the frame it had asked for', async () => {
    const { stream, write, close } = openStream();
    const shown = show(stream, page.element);
    await write('a');
    page.setHidden(true);
    expect(page).toMatchObject({ text: 'a', draws: 1, scheduled: 0 });
    await close();
    await shown;
  });

  it('rejects when the stream breaks, with what had arrived on the page', async () => {
    const { stream, write, fail } = openStream();
    const shown = show(stream, page.element);
    const rejected = expect(shown).rejects.toThrow('connection lost');
    await write('half an ans');
    await fail(new Error('connection lost'));
    await rejected;
    expect(page).toMatchObject({ text: 'half an ans', scheduled: 0, listening: 0 });
  });

  it('shows the whole text, whatever it was cut into', async () => {
    const text = 'The proxy does not wait for the whole answer. 食 👨‍👩‍👧‍👦 It waits for a full bucket.';
    for (const size of [1, 3, 7, 100]) {
      page.text = '';
      const { stream, write, close } = openStream();
      const shown = show(stream, page.element);
      for (let at = 0; at < text.length; at += size) {
        await write(text.slice(at, at + size));
        if (at % 2 === 0) page.tick();
      }
      await close();
      await shown;
      expect(page.text).toBe(text);
    }
  });
});

describe('per-token.ts', () => {
  it('shows the whole text, and writes once per piece', async () => {
    let writes = 0;
    let text = '';
    const element = {
      get textContent() {
        return text;
      },
      set textContent(value: string) {
        writes++;
        text = value;
      },
    } as Element;
    const { stream, write, close } = openStream();
    const shown = showPerToken(stream, element);
    await write('one ', 'two ', 'three');
    await close();
    await shown;
    expect(text).toBe('one two three');
    expect(writes).toBe(3);
  });
});
