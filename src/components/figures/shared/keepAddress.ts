import { goToMoment, pictureQuery } from '../../kit/address.ts';
import { keepSearch } from '../../kit/keepSearch.svelte.ts';
import type { AwakeFigure } from './props.ts';

/**
 * Keeps the page's address true to the picture. While the figure plays, it rests where it was.
 * @param read whether it first takes what the address says
 */
export const keepAddress = ({ figure, player }: AwakeFigure, read = true): (() => void) =>
  keepSearch(
    {
      get search() {
        return player?.playing ? null : pictureQuery(figure, player);
      },
      names: Object.keys(figure.definition.settings),
      read(search, done) {
        figure.load(search, () => {
          goToMoment(figure, player);
          done();
        });
      },
    },
    read,
  );
