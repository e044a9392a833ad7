import { componentName } from '../components/figures/registry.ts';

/** The class of a figure's element: "FfTokenFlowElement". */
export const classOf = (figure: string): string => `Ff${componentName(figure)}Element`;

/** A type of api.ts, with the figure's own names: "Values" → "TokenFlowValues". */
export const ownType = (type: string, figure: string): string =>
  type.replace(/\b(?:Values|Result)\b/g, (name) => componentName(figure) + name);
