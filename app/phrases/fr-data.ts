import type { Phrase } from './phrasebook.ts';

/** What was found in data files and spreadsheets. */
export const dataPhrases: readonly Phrase[] = [
  [
    'The workbook has no sheet "datasets" (or "jeux de données"), only: {}.',
    'Le classeur n’a pas de feuille « jeux de données » (ou « datasets »), seulement : {}.',
  ],
  [
    'The sheet "{}" is none of the template; it was left out.',
    'La feuille « {} » n’est pas du modèle ; elle a été laissée de côté.',
  ],
  ['The sheet "{}" has no column {}.', 'La feuille « {} » n’a pas de colonne {}.'],
  [
    'The sheet "{}" has more than {} rows. Split the file.',
    'La feuille « {} » a plus de {} lignes. Divisez le fichier.',
  ],
  [
    'Sheet "{}", column {}: "{}" is no column of the template; it was left out.',
    'Feuille « {} », colonne {} : « {} » n’est pas une colonne du modèle ; elle a été laissée de côté.',
  ],
  ['The spreadsheet did not send its content.', 'Le tableur n’a pas envoyé son contenu.'],
  ['The spreadsheet has no column {}.', 'Le tableur n’a pas de colonne {}.'],
  [
    '{} rows have no identifier, so that they may be any of those that are held.',
    '{} lignes n’ont pas d’identifiant, et peuvent être n’importe laquelle de celles qui sont ici.',
  ],
  [
    'The file has {} bytes; at most {} are read. Split it.',
    'Le fichier a {} octets ; au plus {} sont lus. Divisez-le.',
  ],
  [
    'The file is no sound .xlsx workbook. Save it again as .xlsx.',
    'Le fichier n’est pas un classeur .xlsx sain. Enregistrez-le de nouveau en .xlsx.',
  ],
  [
    'The workbook holds more than {} bytes when it is unpacked. Split it.',
    'Le classeur dépasse {} octets une fois décompressé. Divisez-le.',
  ],
  [
    'The workbook cannot be read ({}). Save it again as .xlsx.',
    'Le classeur ne peut pas être lu ({}). Enregistrez-le de nouveau en .xlsx.',
  ],
  [
    'The file is a workbook of the old form (.xls). Save it as .xlsx or CSV.',
    'Le fichier est un classeur de l’ancienne forme (.xls). Enregistrez-le en .xlsx ou en CSV.',
  ],
  [
    'The file is neither an .xlsx workbook nor CSV: it begins like a web page or another document.',
    'Le fichier n’est ni un classeur .xlsx ni du CSV : il commence comme une page web ou un autre document.',
  ],
  ['The file cannot be read: {}.', 'Le fichier ne peut pas être lu : {}.'],
  ['The file cannot be opened ({}).', 'Le fichier ne peut pas être ouvert ({}).'],
  [
    'The data lie in west {}, south {}, east {}, north {}, outside of the box that the attributes tell.',
    'Les données vont de {} (ouest) et {} (sud) à {} (est) et {} (nord), hors du cadre que disent les attributs.',
  ],
  [
    'The data are of {} to {}, outside of the period that the attributes tell.',
    'Les données vont du {} au {}, hors de la période que disent les attributs.',
  ],
  [
    '{} has {} values; one block in {} was looked at for the extent.',
    '{} a {} valeurs ; un bloc sur {} a été regardé pour l’étendue.',
  ],
  ['The values of {} cannot be read: {}.', 'Les valeurs de {} ne peuvent pas être lues : {}.'],
  [
    'All values of {} are outside of its valid range ({} to {}), which was set aside.',
    'Toutes les valeurs de {} sont hors de son domaine valide ({} à {}), qui a été mis de côté.',
  ],
  [
    '{} values of {} are no place on Earth; they were left out.',
    '{} valeurs de {} ne sont nulle part sur Terre ; elles ont été laissées de côté.',
  ],
  [
    'The times of {} cannot be read: units "{}", calendar "{}".',
    'Les temps de {} ne peuvent pas être lus : unité « {} », calendrier « {} ».',
  ],
  ['The header names no columns ("# name 0 = …").', 'L’en-tête ne nomme pas de colonnes (« # name 0 = … »).'],
  ['The header has no end ("*END*").', 'L’en-tête n’a pas de fin (« *END* »).'],
  [
    '{} of {} rows do not have {} numbers (the first is line {}); they were left out.',
    '{} lignes sur {} n’ont pas {} nombres (la première : {}) ; elles ont été laissées de côté.',
  ],
  [
    '"{}" and "{}" of the header were taken for the position, though nothing says so.',
    '« {} » et « {} » de l’en-tête ont été pris pour la position, bien que rien ne le dise.',
  ],
  [
    '"{}" and all other dates of the file can be read with the day or the month first; they were left out.',
    '« {} » et toutes les autres dates du fichier se lisent jour ou mois d’abord ; elles ont été laissées de côté.',
  ],
  [
    '{} of {} rows do not have {} cells (line {} has {}); they were left out.',
    '{} lignes sur {} n’ont pas {} cellules (la ligne {} en a {}) ; elles ont été laissées de côté.',
  ],
  [
    '{} times cannot be read, such as "{}" in line {}.',
    '{} temps ne peuvent pas être lus, comme « {} » à la ligne {}.',
  ],
  [
    '{} positions cannot be read, such as "{}" in line {}.',
    '{} positions ne peuvent pas être lues, comme « {} » à la ligne {}.',
  ],
  [
    'No line of headings was found: the file is no table of separated values.',
    'Aucune ligne de titres n’a été trouvée : le fichier n’est pas un tableau de valeurs séparées.',
  ],
  [
    '{} of {} rows have more cells than there are columns ({}); the first is line {}. They were left out.',
    '{} lignes sur {} ont plus de cellules qu’il n’y a de colonnes ({}) ; la première est la ligne {}. Elles ont été laissées de côté.',
  ],
  [
    '{} positions are no place on Earth (the first in line {}); they were left out.',
    '{} positions ne sont nulle part sur Terre (la première à la ligne {}) ; elles ont été laissées de côté.',
  ],
  ['{}: the cell is empty.', '{} : la cellule est vide.'],
  ['the cell is empty.', 'la cellule est vide.'],
  [
    '"{}" stands in an earlier row already; this one was left out.',
    '« {} » figure déjà dans une ligne précédente ; celle-ci a été laissée de côté.',
  ],
  [
    '{}: "{}" stands in an earlier row already; this one was left out.',
    '{} : « {} » figure déjà dans une ligne précédente ; celle-ci a été laissée de côté.',
  ],
  [
    'there is no dataset "{}"; the row was left out.',
    'il n’y a pas de jeu de données « {} » ; la ligne a été laissée de côté.',
  ],
  [
    '{}: there is no dataset "{}"; the row was left out.',
    '{} : il n’y a pas de jeu de données « {} » ; la ligne a été laissée de côté.',
  ],
  [
    'only some edges of the box are given; it was left out.',
    'seuls quelques côtés du cadre sont donnés ; il a été laissé de côté.',
  ],
  [
    '{}: only some edges of the box are given; it was left out.',
    '{} : seuls quelques côtés du cadre sont donnés ; il a été laissé de côté.',
  ],
  [
    'the south ({}) lies north of the north ({}); the box was left out.',
    'le sud ({}) est au nord du nord ({}) ; le cadre a été laissé de côté.',
  ],
  [
    '{}: the south ({}) lies north of the north ({}); the box was left out.',
    '{} : le sud ({}) est au nord du nord ({}) ; le cadre a été laissé de côté.',
  ],
  [
    'the start ({}) is after the end ({}); the period was left out.',
    'le début ({}) vient après la fin ({}) ; la période a été laissée de côté.',
  ],
  [
    '{}: the start ({}) is after the end ({}); the period was left out.',
    '{} : le début ({}) vient après la fin ({}) ; la période a été laissée de côté.',
  ],
  [
    'the least depth ({}) is greater than the greatest ({}); they were left out.',
    'la plus petite profondeur ({}) dépasse la plus grande ({}) ; elles ont été laissées de côté.',
  ],
  [
    '{}: the least depth ({}) is greater than the greatest ({}); they were left out.',
    '{} : la plus petite profondeur ({}) dépasse la plus grande ({}) ; elles ont été laissées de côté.',
  ],
  ['is no number.', 'n’est pas un nombre.'],
  ['is not between {} and {}.', 'n’est pas entre {} et {}.'],
  ['is no date.', 'n’est pas une date.'],
  ['is no address.', 'n’est pas une adresse.'],
  ['is no list of addresses.', 'n’est pas une liste d’adresses.'],
  ['is no e-mail address.', 'n’est pas une adresse électronique.'],
  ['is no language.', 'n’est pas une langue.'],
  ['{}: "{}" is no number.', '{} : « {} » n’est pas un nombre.'],
  ['{}: "{}" is not between {} and {}.', '{} : « {} » n’est pas entre {} et {}.'],
  ['{}: "{}" is no date.', '{} : « {} » n’est pas une date.'],
  ['{}: "{}" is no address.', '{} : « {} » n’est pas une adresse.'],
  ['{}: "{}" is no list of addresses.', '{} : « {} » n’est pas une liste d’adresses.'],
  ['{}: "{}" is no e-mail address.', '{} : « {} » n’est pas une adresse électronique.'],
  ['{}: "{}" is no language.', '{} : « {} » n’est pas une langue.'],
];
