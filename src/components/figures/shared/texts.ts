import { scenarioFields, type Problem, type Value } from '../../../sim/index.ts';
import { addTexts, lateText } from '../../../sim/texts/late.ts';
import { Part } from '../../kit/part.svelte.ts';

/** Every text to send but the first. */
const others = new Part(async () => (await import('../../../sim/texts/others.ts')).others);

/** Fetches the text that a figure's settings need: nothing if it is here, else what is wrong if it does not come. */
export function fetchText(
  values: Readonly<Record<string, Value>>,
): Promise<Problem | undefined> | undefined {
  const id = values['response'] ?? scenarioFields.response.default;
  return id === scenarioFields.response.default || lateText(String(id))
    ? undefined
    : fetchOthers(String(id));
}

async function fetchOthers(given: string): Promise<Problem | undefined> {
  try {
    addTexts(await others.fetch());
    return undefined;
  } catch {
    const [allowed, using] = ['a text that can be fetched', 'the text before'];
    const message = `response: “${given}” could not be fetched; using ${using}. Choose it again to try again.`;
    return { field: 'response', given, allowed, using, message };
  }
}
