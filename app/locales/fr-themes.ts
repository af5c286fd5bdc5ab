import type { themeDeskTexts as english } from './en-themes.ts';

export const themeDeskTexts: typeof english = {
  title: 'Thèmes',
  lead: 'Chaque thème a sa page, avec une recherche, une carte et un flux qui s’y limitent. Donnez-lui un titre et une description : c’est un portail à part entière.',
  none: 'Il n’y a pas encore de thème : les fiches et les sources les apportent.',
  described: 'décrit',
  notDescribed: 'par son nom seul',
  seePage: 'Voir sa page',
  languages: { En: 'En anglais', Fr: 'En français' },
  name: { En: 'Titre en anglais', Fr: 'Titre en français' },
  nameHint: 'Sans titre, le thème porte son nom dans le catalogue.',
  description: { En: 'Description en anglais', Fr: 'Description en français' },
  descriptionHint: 'Ce qu’on trouve ici, et pour qui : les premiers mots de sa page.',
};
