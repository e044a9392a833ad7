// What this site sets besides what the snippet says.
export default {
  title: 'A Docusaurus site',
  url: 'https://docusaurus.example',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  future: { v4: true },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
