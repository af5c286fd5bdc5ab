import { type ProblemTable, words } from './problem-text.ts';

/** Problems of a harvest: of its listing, of files that could not be had, of records it could not keep. */
export const harvestProblems: ProblemTable = {
  'catalogue-elsewhere': words(
    [
      'Catalogues of other servers',
      'Add those servers as sources of their own, if they are to be harvested.',
    ],
    [
      'Catalogues d’autres serveurs',
      'Ajoutez ces serveurs comme sources à part entière, s’ils doivent être moissonnés.',
    ],
  ),
  'duplicate-identifier': words(
    ['Identifier used twice', 'Give each record an identifier of its own.'],
    ['Identifiant employé deux fois', 'Donnez à chaque fiche un identifiant qui lui soit propre.'],
  ),
  'file-address-invalid': words(
    ['Address of a file invalid', 'Correct the link to the file in the index of the folder.'],
    ['Adresse de fichier non valide', 'Corrigez le lien vers le fichier dans l’index du dossier.'],
  ),
  'file-address-refused': words(
    [
      'Address of a file refused',
      'Put the file at a public address, or let the operator allow private addresses for this source.',
    ],
    [
      'Adresse de fichier refusée',
      'Placez le fichier à une adresse publique, ou faites autoriser par l’exploitant les adresses privées pour cette source.',
    ],
  ),
  'file-busy': words(
    [
      'Server too busy for a file',
      'Harvest again later; if it comes back, lower the number of simultaneous requests to this source.',
    ],
    [
      'Serveur trop occupé pour un fichier',
      'Relancez la moisson plus tard ; si cela se répète, réduisez le nombre de requêtes simultanées vers cette source.',
    ],
  ),
  'file-connection': words(
    ['Connection lost on a file', 'Check that the server can be reached from outside, then harvest again.'],
    [
      'Connexion interrompue sur un fichier',
      'Vérifiez que le serveur est joignable de l’extérieur, puis relancez la moisson.',
    ],
  ),
  'file-encoding': words(
    ['File wrongly compressed', 'Let the server send the file uncompressed, or compressed as it announces.'],
    [
      'Fichier mal compressé',
      'Faites envoyer le fichier sans compression, ou avec la compression annoncée par le serveur.',
    ],
  ),
  'file-host-unknown': words(
    ['Server of a file unknown', 'Check the server name in the link to the file.'],
    ['Serveur d’un fichier inconnu', 'Vérifiez le nom du serveur dans le lien vers le fichier.'],
  ),
  'file-redirects': words(
    [
      'File redirected without end',
      'Correct the redirections of the server, or link to the final address of the file.',
    ],
    [
      'Fichier redirigé sans fin',
      'Corrigez les redirections du serveur, ou liez l’adresse finale du fichier.',
    ],
  ),
  'file-status': words(
    ['File refused by the server', 'Check that the file is there and may be read by everybody.'],
    ['Fichier refusé par le serveur', 'Vérifiez que le fichier existe et que tout le monde peut le lire.'],
  ),
  'file-timeout': words(
    ['File too slow to come', 'Check how fast the server answers, then harvest again.'],
    ['Fichier trop lent à venir', 'Vérifiez le temps de réponse du serveur, puis relancez la moisson.'],
  ),
  'file-too-large': words(
    ['File too large', 'Split the file into smaller ones.'],
    ['Fichier trop volumineux', 'Scindez le fichier en fichiers plus petits.'],
  ),
  'file-unreadable': words(
    [
      'File unreadable',
      'Check that the file is there and that this catalogue has the permission to read it.',
    ],
    ['Fichier illisible', 'Vérifiez que le fichier existe et que ce catalogue a le droit de le lire.'],
  ),
  'folder-unreadable': words(
    ['Folder that cannot be listed', 'Check that the server shows an index of the folder.'],
    ['Dossier impossible à lister', 'Vérifiez que le serveur montre un index du dossier.'],
  ),
  'identifier-derived': words(
    [
      'Identifier derived',
      'Give the record an identifier that never changes; otherwise a new address or title makes it a new record.',
    ],
    [
      'Identifiant déduit',
      'Donnez à la fiche un identifiant qui ne change jamais ; sinon, une nouvelle adresse ou un nouveau titre en fait une autre fiche.',
    ],
  ),
  'listing-incomplete': words(
    [
      'List of records incomplete',
      'Correct the source: its list must give every record once and say how many there are.',
    ],
    [
      'Liste des fiches incomplète',
      'Corrigez la source : sa liste doit donner chaque fiche une fois et en dire le nombre.',
    ],
  ),
  'metadata-missing': words(
    ['Record without metadata', 'Deliver the metadata of the record, or mark the record as deleted.'],
    ['Fiche sans métadonnées', 'Fournissez les métadonnées de la fiche, ou signalez-la comme supprimée.'],
  ),
  'pages-without-data': words(
    [
      'Pages that describe no dataset',
      'Nothing to do where these are other pages; else embed schema.org in JSON-LD in them.',
    ],
    [
      'Pages qui ne décrivent aucun jeu de données',
      'Rien à faire si ce sont d’autres pages ; sinon, insérez-y du schema.org en JSON-LD.',
    ],
  ),
  'problems-omitted': words(
    ['Further problems not listed', 'Correct the most frequent ones and harvest again.'],
    ['Autres problèmes non énumérés', 'Corrigez les plus fréquents et relancez la moisson.'],
  ),
  'reader-failed': words(
    ['Fault of this catalogue', 'Tell the operator of this catalogue; the document is not at fault.'],
    ['Défaut de ce catalogue', 'Prévenez l’exploitant de ce catalogue ; le document n’est pas en cause.'],
  ),
  'record-refused': words(
    ['Record refused', 'Correct the record as the message says, and harvest again.'],
    ['Fiche refusée', 'Corrigez la fiche comme l’indique le message, puis relancez la moisson.'],
  ),
  'record-unreachable': words(
    ['Record out of reach', 'Ask the source for this single record and correct it there.'],
    ['Fiche inaccessible', 'Demandez à la source cette seule fiche et corrigez-la sur place.'],
  ),
  'run-failed': words(
    [
      'Harvest failed',
      'Read the message, correct the source or its settings, and harvest again; what was received before is kept.',
    ],
    [
      'Échec de la moisson',
      'Lisez le message, corrigez la source ou ses réglages, puis relancez la moisson ; ce qui était déjà reçu est conservé.',
    ],
  ),
  'selection-changed': words(
    [
      'What is wanted of the source was changed',
      'Nothing to do if the records withdrawn are not wanted; else change the options of the source back.',
    ],
    [
      'Ce qui est voulu de la source a changé',
      'Rien à faire si les fiches retirées ne sont pas voulues ; sinon, rétablissez les options de la source.',
    ],
  ),
  'withdrawal-postponed': words(
    [
      'Withdrawal postponed',
      'Correct the document that could not be read: the record missing may be this one.',
    ],
    ['Retrait différé', 'Corrigez le document qui n’a pu être lu : c’est peut-être la fiche manquante.'],
  ),
  'record-slipped': words(
    [
      'Not in the list, but there',
      'Nothing to do, unless this comes again: then the order of the list is not stable.',
    ],
    [
      'Absente de la liste, mais présente',
      'Rien à faire, sauf si cela se répète : l’ordre de la liste n’est alors pas stable.',
    ],
  ),
  'listing-moved': words(
    [
      'The list changed while it was read',
      'Nothing to do, unless this comes at every harvest: then the order of the list is not stable.',
    ],
    [
      'La liste a changé pendant sa lecture',
      'Rien à faire, sauf si cela se répète à chaque moisson : l’ordre de la liste n’est alors pas stable.',
    ],
  ),
  'withdrawal-in-grace': words(
    [
      'Missing, not withdrawn yet',
      'Nothing to do if the records are gone on purpose; otherwise list them again.',
    ],
    [
      'Absentes, pas encore retirées',
      'Rien à faire si les fiches ont été supprimées exprès ; sinon, listez-les à nouveau.',
    ],
  ),
  'rollback-changed-since': words(
    ['Changed after the run that is rolled back', 'Roll back the later run first, if that is what you want.'],
    [
      'Modifiée après la moisson annulée',
      'Annulez d’abord la moisson plus récente, si c’est bien ce que vous voulez.',
    ],
  ),
  'disk-full': words(
    [
      'The disk of this catalogue is full',
      'Make room on the disk, then harvest again: the next run goes on from here. The producer has nothing to mend.',
    ],
    [
      'Le disque de ce catalogue est plein',
      'Libérez de la place sur le disque, puis relancez la moisson : elle reprendra à cet endroit. Le producteur n’a rien à corriger.',
    ],
  ),
  'rollback-rules-restored': words(
    [
      'Rules of before in force again',
      'Nothing to do if that is what was wanted; else bring the other version back from the history of the rules.',
    ],
    [
      'Règles précédentes de nouveau en vigueur',
      'Rien à faire si c’est bien ce que vous voulez ; sinon, reprenez l’autre version dans l’historique des règles.',
    ],
  ),
  'rollback-unreadable': words(
    ['Earlier document unreadable', 'Harvest the source again.'],
    ['Document antérieur illisible', 'Relancez la moisson de la source.'],
  ),
  'validation-refused': words(
    ['Refused by the validation of the source', 'Correct what the message names, and harvest again.'],
    [
      'Refusée par la validation de la source',
      'Corrigez ce que le message signale, puis relancez la moisson.',
    ],
  ),
  'rules-failed': words(
    ['Rules of the source failed', 'Tell the operator; the document is not at fault.'],
    ['Échec des règles de la source', 'Prévenez l’exploitant ; le document n’est pas en cause.'],
  ),
  'robots-disallowed': words(
    ['Forbidden by robots.txt', 'Allow the folder of the metadata for Halocline in robots.txt.'],
    ['Interdit par robots.txt', 'Autorisez Halocline à lire le dossier des métadonnées dans robots.txt.'],
  ),
  'cell-missing': words(
    ['Cell empty', 'Fill in the cell: nothing can be made of the row without it.'],
    ['Cellule vide', 'Remplissez la cellule : sans elle, la ligne ne donne rien.'],
  ),
  'cell-unreadable': words(
    [
      'Cell unreadable',
      'Write what the column asks for: a number, a date with the year first, a whole address.',
    ],
    [
      'Cellule illisible',
      'Écrivez ce que demande la colonne : un nombre, une date commençant par l’année, une adresse complète.',
    ],
  ),
  'cells-contradict': words(
    ['Cells contradict each other', 'Correct the edges of the box, the ends of the period or the depths.'],
    [
      'Cellules contradictoires',
      'Corrigez les bords de l’emprise, les bornes de la période ou les profondeurs.',
    ],
  ),
  'column-unknown': words(
    ['Column unknown', 'Name the columns as in the template, in English or French.'],
    ['Colonne inconnue', 'Nommez les colonnes comme dans le modèle, en anglais ou en français.'],
  ),
  'row-alone': words(
    ['Row of no dataset', 'Write the identifier as it stands in the sheet of datasets.'],
    [
      'Ligne sans jeu de données',
      'Écrivez l’identifiant tel qu’il figure dans la feuille des jeux de données.',
    ],
  ),
  'row-repeated': words(
    ['Dataset in two rows', 'Give each dataset one row, and an identifier of its own.'],
    ['Jeu de données en double', 'Donnez à chaque jeu de données une seule ligne et un identifiant propre.'],
  ),
  'sheet-missing': words(
    ['Sheet of datasets missing', 'Name the sheet with one row for each dataset “datasets”.'],
    [
      'Feuille des jeux de données absente',
      'Nommez « jeux de données » la feuille avec une ligne par jeu de données.',
    ],
  ),
  'sheet-unknown': words(
    ['Sheet unknown', 'Name the sheets as in the template; others are left out.'],
    ['Feuille inconnue', 'Nommez les feuilles comme dans le modèle ; les autres sont laissées de côté.'],
  ),
};
