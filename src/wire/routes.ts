import { filesRoutes } from './batches/files.ts';
import { messageBatchesRoutes } from './batches/messageBatches.ts';
import { openaiBatchesRoutes } from './batches/openaiBatches.ts';
import { completionsRoutes } from './completions.ts';
import { embeddingsRoutes } from './embeddings.ts';
import { jobRoutes } from './jobs/routes.ts';
import { messagesRoutes } from './messages.ts';
import { modelsRoutes } from './models.ts';
import { responsesRoutes } from './responses.ts';
import type { Route } from './route.ts';
import { statusRoutes } from './status.ts';

/** Everything the server answers. */
export const routes: readonly Route[] = [
  ...statusRoutes,
  ...messagesRoutes,
  ...completionsRoutes,
  ...responsesRoutes,
  ...modelsRoutes,
  ...jobRoutes,
  ...messageBatchesRoutes,
  ...filesRoutes,
  ...openaiBatchesRoutes,
  ...embeddingsRoutes,
];
