/** A block as far as it has come: text, thinking, tool_use, or another. */
export interface Block {
  type: string;
  id?: string; // of a tool call, as is its name
  name?: string;
  text: string; // of a tool call: JSON, in pieces
  input?: unknown; // that JSON, parsed once it is whole
  signature?: string; // of thinking: send it back unchanged
}

export type Delta = Partial<
  Record<'text' | 'thinking' | 'partial_json' | 'signature', string>
>;

export function grow(block: Block, delta: Delta): Block {
  const { signature, text, thinking, partial_json } = delta;
  if (signature) return { ...block, signature };
  const piece = text ?? thinking ?? partial_json ?? ''; // '': new to us
  return { ...block, text: block.text + piece };
}

export function close(block: Block): Block {
  if (!block.type.endsWith('tool_use')) return block;
  try {
    return { ...block, input: JSON.parse(block.text || '{}') as unknown };
  } catch {
    return block; // max_tokens cut it: no input, so nothing to run
  }
}
