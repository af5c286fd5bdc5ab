import { type ProblemTable, words } from './problem-text.ts';

/** Problems of what a record says: texts, codes, links, structure. */
export const descriptionProblems: ProblemTable = {
  'abstract-missing': words(
    [
      'Abstract missing',
      'Say in a few sentences what the data are, how they were obtained and what they serve.',
    ],
    [
      'Résumé absent',
      'Dites en quelques phrases ce que sont les données, comment elles ont été obtenues et à quoi elles servent.',
    ],
  ),
  'address-unreadable': words(
    ['Address unreadable', 'Give the full address, beginning with https://.'],
    ['Adresse illisible', 'Donnez l’adresse complète, à partir de https://.'],
  ),
  'code-unknown': words(
    ['Value not in the codelist', 'Use a value of the codelist named.'],
    ['Valeur absente de la liste de codes', 'Employez une valeur de la liste de codes indiquée.'],
  ),
  'contact-missing': words(
    ['Nobody responsible', 'Name at least one person or organisation to ask, with an e-mail address.'],
    [
      'Aucun responsable',
      'Nommez au moins une personne ou une organisation à qui s’adresser, avec son adresse électronique.',
    ],
  ),
  'distribution-without-address': words(
    ['Distribution without address', 'Give each distribution the address at which the data are reached.'],
    ['Distribution sans adresse', 'Donnez à chaque distribution l’adresse à laquelle on accède aux données.'],
  ),
  'element-repeated': words(
    ['Element given more than once', 'Keep one of them, or move the others into an element that may repeat.'],
    ['Élément répété', 'N’en gardez qu’un, ou déplacez les autres dans un élément répétable.'],
  ),
  'element-unknown': words(
    ['Element unknown', 'Use the elements of the format; check the spelling and the namespace.'],
    ['Élément inconnu', 'Employez les éléments du format ; vérifiez l’orthographe et l’espace de noms.'],
  ),
  'elements-unread': words(
    ['Elements not read', 'Nothing to do: the original document is kept as it was sent.'],
    ['Éléments non lus', 'Rien à faire : le document d’origine est conservé tel qu’il a été envoyé.'],
  ),
  'html-in-text': words(
    ['HTML in a text', 'Write plain text, with empty lines between paragraphs.'],
    ['HTML dans un texte', 'Écrivez du texte simple, avec une ligne vide entre les paragraphes.'],
  ),
  'identifier-missing': words(
    ['Identifier missing', 'Give the metadata record an identifier that never changes.'],
    ['Identifiant absent', 'Donnez à la fiche de métadonnées un identifiant qui ne change jamais.'],
  ),
  'language-unknown': words(
    [
      'Language code unknown',
      'Use a code of ISO 639, such as eng or fre, or a BCP 47 tag, such as en or fr.',
    ],
    [
      'Code de langue inconnu',
      'Employez un code ISO 639, tel que fre ou eng, ou une étiquette BCP 47, telle que fr ou en.',
    ],
  ),
  'link-empty': words(
    ['Link without address', 'Give the address of the online resource, or leave the online resource out.'],
    [
      'Lien sans adresse',
      'Donnez l’adresse de la ressource en ligne, ou supprimez cette ressource en ligne.',
    ],
  ),
  'locale-undeclared': words(
    [
      'Language of a translation not declared',
      'Declare the language of the translated texts in the metadata, under the name by which they refer to it.',
    ],
    [
      'Langue d’une traduction non déclarée',
      'Déclarez dans les métadonnées la langue des textes traduits, sous le nom par lequel ils y renvoient.',
    ],
  ),
  'reference-unresolved': words(
    [
      'Content only referred to',
      'Write the content out in the record: references to other documents are not followed.',
    ],
    [
      'Contenu seulement cité en référence',
      'Inscrivez le contenu dans la fiche : les renvois vers d’autres documents ne sont pas suivis.',
    ],
  ),
  'title-missing': words(
    ['Title missing', 'Give the resource a title that tells what was observed, where and when.'],
    ['Titre absent', 'Donnez à la ressource un titre qui dise ce qui a été observé, où et quand.'],
  ),
  'type-missing': words(
    [
      'Type of resource missing',
      'Say whether the record describes a dataset, a series, a service or something else.',
    ],
    [
      'Type de ressource absent',
      'Dites si la fiche décrit un jeu de données, une série, un service ou autre chose.',
    ],
  ),
};
