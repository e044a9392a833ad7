// What this site sets besides what the snippet says.
export default {
  title: 'A VitePress site',
  description: 'It has figures of ours on two of its pages.',
};
