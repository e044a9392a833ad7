import type { Player } from '../../playback/player.svelte.ts';

/** Keeps a player still while its figure is off screen or its tab is hidden, and in steps where motion is unwanted. */
export function awake(player: Player): (root: Element) => () => void {
  return (root) => {
    const seen = new IntersectionObserver((entries) =>
      entries.at(-1)!.isIntersecting ? player.resume('off screen') : player.suspend('off screen'),
    );
    seen.observe(root);

    const tab = () =>
      document.hidden ? player.suspend('hidden tab') : player.resume('hidden tab');
    document.addEventListener('visibilitychange', tab);
    tab();

    const reduced = matchMedia('(prefers-reduced-motion: reduce)');
    const motion = () => (player.still = reduced.matches);
    reduced.addEventListener('change', motion);
    motion();

    return () => {
      seen.disconnect();
      document.removeEventListener('visibilitychange', tab);
      reduced.removeEventListener('change', motion);
      player.destroy();
    };
  };
}
