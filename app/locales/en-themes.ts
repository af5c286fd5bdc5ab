/** The texts of the pages where themes are given words. */
export const themeDeskTexts = {
  title: 'Themes',
  lead: 'Each theme has a page of its own, with a search, a map and a feed that are limited to it. Give it a title and a description, and it is a portal of its own.',
  none: 'There is no theme yet: records and sources bring them.',
  described: 'described',
  notDescribed: 'by its name alone',
  seePage: 'See its page',
  languages: { En: 'In English', Fr: 'In French' },
  name: { En: 'Title in English', Fr: 'Title in French' },
  nameHint: 'Without one, the theme goes by its name in the catalogue.',
  description: { En: 'Description in English', Fr: 'Description in French' },
  descriptionHint: 'What is to be found here, and for whom: the first words of its page.',
};
