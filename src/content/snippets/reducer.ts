import { close, grow, type Block } from './blocks.ts';
import type { Message, StreamEvent } from './message-events.ts';

/** The message after one more event. Pure: easy to test, log and replay. */
export function reduce(message: Message, event: StreamEvent): Message {
  const change = (index: number, how: (block: Block) => Block) => ({
    ...message,
    blocks: message.blocks.map((b, i) => (i === index ? how(b) : b)),
  });
  switch (event.type) {
    case 'message_start':
      return { ...message, usage: event.message.usage };
    case 'content_block_start': {
      const block = { text: '', ...event.content_block, input: undefined };
      return { ...message, blocks: [...message.blocks, block] };
    }
    case 'content_block_delta':
      return change(event.index, (block) => grow(block, event.delta));
    case 'content_block_stop':
      return change(event.index, close);
    case 'message_delta': {
      const usage = { ...message.usage, ...event.usage }; // totals: never add
      return { ...message, usage, stop: event.delta.stop_reason };
    }
    case 'error': // HTTP 200 and half an answer do not rule it out
      return { ...message, error: event.error.message };
    default: // ping, message_stop, and what is added next year
      return message;
  }
}
