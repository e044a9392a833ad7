import { isOurs, say } from '../../embed/messages.ts';
import type { Values } from '../../embed/snippets/query.ts';

interface Heard {
  /** The figure runs, and can be told things. */
  onready(): void;
  /** It is so high now, in px. */
  onheight(height: number): void;
  /** Somebody changed it, there. */
  onvalues(values: Record<string, unknown>): void;
}

/**
 * Talks with the figure in a frame of ours, by the messages that any host may use. `known` is what it is set to.
 * Settings go both ways, so what comes back of our own is told from what somebody changed in the frame: else a
 * slider that is still moving would be set back to where it was.
 */
export function converse(frame: HTMLIFrameElement, known: Values, heard: Heard) {
  const sent: string[] = [];

  const onmessage = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || !isOurs(data)) return;
    const { type, height, name, detail } = data;
    if (type === 'ready') heard.onready();
    if (type === 'resize' && Number.isFinite(height))
      heard.onheight(Math.min(Math.max(height as number, 80), 10_000));
    if (type !== 'event' || name !== 'ff-change') return;
    const values = (detail as { values?: Values | null } | null | undefined)?.values;
    if (typeof values !== 'object' || values === null) return;
    const echo = sent.indexOf(JSON.stringify(values));
    sent.splice(0, echo + 1);
    known = values;
    if (echo === -1) heard.onvalues(values);
  };
  addEventListener('message', onmessage);

  return {
    stop: () => removeEventListener('message', onmessage),
    /** Sets what differs from what the figure has. */
    set(values: Values): void {
      const changed = Object.entries(values).filter(([name, value]) => value !== known[name]);
      if (changed.length === 0) return;
      known = values;
      sent.push(JSON.stringify(values));
      say(frame.contentWindow!, { type: 'set', values: Object.fromEntries(changed) });
    },
    theme(theme: string): void {
      say(frame.contentWindow!, { type: 'theme', theme });
    },
  };
}
