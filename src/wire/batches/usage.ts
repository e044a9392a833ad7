import type { BatchUsage } from 'openai/resources/batches';

/** An answer's own usage: chat completions and embeddings have other words for it than Responses. */
interface Used {
  input_tokens?: number;
  prompt_tokens?: number;
  output_tokens?: number;
  completion_tokens?: number;
  output_tokens_details?: { reasoning_tokens: number };
  completion_tokens_details?: { reasoning_tokens: number };
}

/** What all answers of a batch took, in tokens. */
export function usageOf(answers: readonly object[]): BatchUsage {
  let input = 0;
  let output = 0;
  let reasoning = 0;
  for (const { usage } of answers as readonly { usage: Used }[]) {
    input += usage.input_tokens ?? usage.prompt_tokens ?? 0;
    output += usage.output_tokens ?? usage.completion_tokens ?? 0;
    const details = usage.output_tokens_details ?? usage.completion_tokens_details;
    reasoning += details?.reasoning_tokens ?? 0;
  }
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: input + output,
  };
}
