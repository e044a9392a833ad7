import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { whole, type Block } from '../answer.ts';
import { doneItem, itemOf, partOf } from './responseObject.ts';

type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'sequence_number'> : never;

/** An event before it has its number. */
export type Told = Unnumbered<ResponseStreamEvent>;

/** One output item of a response. */
export interface Item {
  /** Of the response. */
  id: string;
  block: Block;
  /** Its place in the output. */
  i: number;
  /** Whether the response ends within it. */
  cutShort: boolean;
}

const placeOf = ({ id, block, i }: Item) => ({
  item_id: itemOf(id, block, i, 'in_progress').id,
  output_index: i,
});

/** What is said before an item's first token. */
export function opens(item: Item): Told[] {
  const { id, block, i } = item;
  const place = placeOf(item);
  const added: Told = {
    type: 'response.output_item.added',
    output_index: i,
    item: itemOf(id, block, i, 'in_progress'),
  };
  if (block.kind === 'text')
    return [
      added,
      { type: 'response.content_part.added', ...place, content_index: 0, part: partOf('') },
    ];
  if (block.kind === 'tool' || block.pieces.length === 0) return [added];
  const part = { type: 'summary_text' as const, text: '' };
  return [
    added,
    { type: 'response.reasoning_summary_part.added', ...place, summary_index: 0, part },
  ];
}

export function delta(item: Item, text: string): Told {
  const place = { ...placeOf(item), delta: text };
  switch (item.block.kind) {
    case 'text':
      return { type: 'response.output_text.delta', ...place, content_index: 0, logprobs: [] };
    case 'thinking':
      return { type: 'response.reasoning_summary_text.delta', ...place, summary_index: 0 };
    case 'tool':
      return { type: 'response.function_call_arguments.delta', ...place };
  }
}

/** What is said after its last token. */
export function closes(item: Item): Told[] {
  const { id, block, i, cutShort } = item;
  const place = placeOf(item);
  const text = whole(block);
  const done: Told = {
    type: 'response.output_item.done',
    output_index: i,
    item: doneItem(id, block, i, cutShort ? 'incomplete' : 'completed'),
  };
  if (block.kind === 'text') {
    const at = { ...place, content_index: 0 };
    return [
      { type: 'response.output_text.done', ...at, text, logprobs: [] },
      { type: 'response.content_part.done', ...at, part: partOf(text) },
      done,
    ];
  }
  if (block.kind === 'tool')
    return [{ type: 'response.function_call_arguments.done', ...place, arguments: text }, done];
  if (block.pieces.length === 0) return [done];
  const at = { ...place, summary_index: 0 };
  return [
    { type: 'response.reasoning_summary_text.done', ...at, text },
    { type: 'response.reasoning_summary_part.done', ...at, part: { type: 'summary_text', text } },
    done,
  ];
}
