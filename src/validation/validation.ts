import results from '../content/validation.json' with { type: 'json' };
import { resultsSchema } from './results.ts';

/** The newest comparison with reality. @throws ZodError if the file is not what it should be: then nothing is built */
export const validation = resultsSchema.parse(results);
