import Figure from '../figures/Figure.astro';
import Case from './Case.astro';
import Cite from './Cite.astro';
import DataTable from './DataTable.astro';
import Formula from './Formula.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Hop from './Hop.astro';
import JobTimelines from './JobTimelines.astro';
import Result from './Result.astro';
import Score from './Score.astro';
import Set from './Set.astro';
import SideNote from './SideNote.astro';
import Snippet from './Snippet.astro';
import Term from './Term.astro';
import Validation from './Validation.astro';
import Wire from './Wire.astro';

/** What MDX files may use without importing it, and our versions of Markdown's own elements. */
export const components = {
  Case,
  Cite,
  DataTable,
  Figure,
  Formula,
  Hop,
  JobTimelines,
  Result,
  Score,
  Set,
  SideNote,
  Snippet,
  Term,
  Validation,
  Wire,
  h2: Heading2,
  h3: Heading3,
};
