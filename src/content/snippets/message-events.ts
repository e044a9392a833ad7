import type { Block, Delta } from './blocks.ts';

/** A message as far as it has come. */
export interface Message {
  blocks: Block[];
  usage: object; // tokens so far
  stop?: string; // end_turn, tool_use, max_tokens, …
  error?: string;
}

/** The events that change it. There are others: a ping at any time, say. */
export type StreamEvent =
  | { type: 'message_start'; message: { usage: object } }
  | { type: 'content_block_start'; index: number; content_block: Start }
  | { type: 'content_block_delta'; index: number; delta: Delta }
  | { type: 'content_block_stop'; index: number }
  | { type: 'message_delta'; delta: { stop_reason: string }; usage: object }
  | { type: 'error'; error: { type: string; message: string } };

type Start = Pick<Block, 'type' | 'id' | 'name'>;
