import { expect, it } from 'vitest';
import { hoistStyles } from '../../src/site/hoistStyles.ts';

it.each([
  { name: 'nothing', given: '<p>a</p>', markup: '<p>a</p>', css: '' },
  {
    name: 'one style of several elements',
    given: '<i style="top:0" id="a"></i><b style="top:0"></b>',
    markup: '<i data-s0 id="a"></i><b data-s0></b>',
    css: ':root:not(#_){[data-s0]{top:0}}',
  },
  {
    name: 'two styles',
    given: '<i style="top:0"></i><i style="top:1px"></i>',
    markup: '<i data-s0></i><i data-s1></i>',
    css: ':root:not(#_){[data-s0]{top:0}[data-s1]{top:1px}}',
  },
  {
    name: 'one style written in two ways, and a string',
    given: "<i style='top : 0;'></i><b style='top:0'></b><u style='content: \"a : b;\";'></u>",
    markup: '<i data-s0></i><b data-s0></b><u data-s1></u>',
    css: ':root:not(#_){[data-s0]{top:0}[data-s1]{content:"a : b;"}}',
  },
  {
    name: 'entities',
    given: '<i style="font:1em &quot;A&amp;B&quot;"/>',
    markup: '<i data-s0/>',
    css: ':root:not(#_){[data-s0]{font:1em "A&B"}}',
  },
  {
    name: 'an island, and what is around it',
    given:
      '<i style="top:0"><astro-island ssr><b style="top:0"></b></astro-island></i><u style="a:b">',
    markup: '<i data-s0><astro-island ssr><b data-s0></b></astro-island></i><u data-s1>',
    css: ':root:not(#_){[data-s0]{top:0}[data-s1]{a:b}}:is(astro-island[ssr],[data-still]):not(#_){[data-s0]{top:0}}',
  },
  {
    name: 'text and scripts that look like it',
    given: '<p>a style="b"</p><script>"<i style=\'a\'>"</script>',
    markup: '<p>a style="b"</p><script>"<i style=\'a\'>"</script>',
    css: '',
  },
])('$name', ({ given, markup, css }) => expect(hoistStyles(given)).toEqual({ markup, css }));
