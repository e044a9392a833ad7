// What this site sets besides what the snippet says.
export default {
  description: 'It has figures of ours on two of its pages.',
  pagefind: false,
};
