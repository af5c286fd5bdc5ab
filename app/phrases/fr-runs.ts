import type { Phrase } from './phrasebook.ts';

/** What runs say of themselves: why they are held, failed or over, and why records come and go. */
export const runPhrases: readonly Phrase[] = [
  [
    'The run was paused. It goes on from here when it is told to.',
    'Le passage a été mis en pause. Il reprend d’ici quand on le lui demande.',
  ],
  [
    'The run was cancelled. Nothing of it was stored.',
    'Le passage a été annulé. Rien n’en a été enregistré.',
  ],
  [
    'The run was cancelled while it was stored. What was stored by then stays; roll it back to undo it.',
    'Le passage a été annulé pendant l’enregistrement. Ce qui était déjà enregistré reste ; annulez-en les effets pour le défaire.',
  ],
  [
    'The run was interrupted. The next one goes on from here.',
    'Le passage a été interrompu. Le suivant reprend d’ici.',
  ],
  [
    'The run was stopped after {} minutes. The next one goes on from there.',
    'Le passage a été arrêté au bout de {} minutes. Le suivant reprend de là.',
  ],
  [
    'The run was discarded. Nothing of it was stored.',
    'Le passage a été écarté. Rien n’en a été enregistré.',
  ],
  [
    'Somebody else decided about this run in the meantime. Look at it again.',
    'Quelqu’un d’autre a décidé de ce passage entre-temps. Regardez-le de nouveau.',
  ],
  [
    'The run was discarded while it was stored. What was stored by then stays; roll it back to undo it.',
    'Le passage a été écarté pendant son enregistrement. Ce qui était déjà enregistré reste ; annulez-le pour revenir en arrière.',
  ],
  ['The run is paused.', 'Le passage est en pause.'],
  ['The run is cancelled.', 'Le passage est annulé.'],
  [
    'The run failed by a fault of this catalogue: {}',
    'Le passage a échoué par une faute de ce catalogue : {}',
  ],
  ['The run failed by a fault of this catalogue.', 'Le passage a échoué par une faute de ce catalogue.'],
  ['Rolled back by the run {}.', 'Annulé par le passage {}.'],
  [
    'The source says that nothing changed since the last run.',
    'La source dit que rien n’a changé depuis le dernier passage.',
  ],
  [
    '{} of {} records would be withdrawn, since the source is to be removed. Nothing was stored; look at them, then confirm.',
    '{} fiches sur {} seraient retirées, puisque la source doit être supprimée. Rien n’a été enregistré ; regardez-les, puis confirmez.',
  ],
  [
    'The source answered with an empty list, but {} of its records are held here. Nothing was stored; check the source, then confirm.',
    'La source a répondu par une liste vide, alors que {} de ses fiches sont ici. Rien n’a été enregistré ; vérifiez la source, puis confirmez.',
  ],
  [
    '{} of {} records would be withdrawn at once. Nothing was stored; check the source, then confirm.',
    '{} fiches sur {} seraient retirées d’un coup. Rien n’a été enregistré ; vérifiez la source, puis confirmez.',
  ],
  [
    '{} of {} records would change at once. Nothing was stored; look at the differences, then confirm.',
    '{} fiches sur {} changeraient d’un coup. Rien n’a été enregistré ; regardez les différences, puis confirmez.',
  ],
  [
    '{} What is wanted of the source was changed since the last harvest ({}).',
    '{} Ce qui est voulu de la source a changé depuis le dernier moissonnage ({}).',
  ],
  [
    'What is wanted of the source was changed since the last harvest ({}), so everything was listed. {} records are withdrawn in this run; the source may have them still.',
    'Ce qui est voulu de la source a changé depuis le dernier moissonnage ({}) : tout a donc été listé. {} fiches sont retirées dans ce passage ; la source les a peut-être encore.',
  ],
  [
    '{} Since the list has gaps, nothing that is missing from it was withdrawn.',
    '{} Puisque la liste a des trous, rien de ce qui y manque n’a été retiré.',
  ],
  [
    'The last {} pages of the list brought nothing new: it goes round in circles, so it was left.',
    'Les {} dernières pages de la liste n’ont rien apporté de nouveau : elle tourne en rond, et a été laissée là.',
  ],
  [
    '{} records were not in the list, {}. None of them was withdrawn.',
    '{} fiches n’étaient pas dans la liste, {}. Aucune n’a été retirée.',
  ],
  ['and the source could not be asked for them', 'et la source n’a pas pu être interrogée sur elles'],
  [
    'but of {} of them that were asked for the source has {}: the list changed while it was read',
    'mais sur {} d’entre elles qui lui ont été demandées, la source en a {} : la liste a changé pendant la lecture',
  ],
  [
    'The list did not have this record, but the source has it: the list changed while it was read. It stays.',
    'La liste n’avait pas cette fiche, mais la source l’a : la liste a changé pendant la lecture. Elle reste.',
  ],
  [
    'The list did not have this record, and the source could not be asked whether it slipped through. It stays.',
    'La liste n’avait pas cette fiche, et la source n’a pas pu dire si elle a glissé entre deux pages. Elle reste.',
  ],
  [
    '{} records are no longer listed; they are withdrawn when they are missing for {} days.',
    '{} fiches ne sont plus listées ; elles seront retirées quand elles auront manqué {} jours.',
  ],
  [
    'The record was not found, but a document from the same address could not be read: it may be this one, so it stays.',
    'La fiche n’a pas été trouvée, mais un document de la même adresse n’a pas pu être lu : c’est peut-être elle, elle reste donc.',
  ],
  [
    'More than {} problems were met; the rest is counted, not listed.',
    'Plus de {} problèmes ont été rencontrés ; les autres sont comptés, non listés.',
  ],
  ['No longer listed by the source.', 'N’est plus listée par la source.'],
  [
    'Not found any more after what is wanted of the source was changed ({}).',
    'N’est plus trouvée depuis que ce qui est voulu de la source a changé ({}).',
  ],
  ['Deleted at the source.', 'Supprimée à la source.'],
  ['Its source was removed from this catalogue.', 'Sa source a été retirée de ce catalogue.'],
  ['The run that brought it was rolled back.', 'Le passage qui l’avait apportée a été annulé.'],
  [
    'The record changed again after the run that is rolled back, so it was left as it is.',
    'La fiche a encore changé après le passage qui est annulé : elle reste comme elle est.',
  ],
  [
    'The document that the record had before can’t be read any more, so it was left as it is.',
    'Le document que la fiche avait avant ne peut plus être lu : elle reste comme elle est.',
  ],
  [
    'Outside of the area that is wanted of the source (bbox).',
    'Hors de la zone qui est voulue de la source.',
  ],
  [
    'Outside of the time that is wanted of the source (datetime).',
    'Hors de la période qui est voulue de la source.',
  ],
  [
    'Without the keywords that are wanted of the source (keyword).',
    'Sans les mots-clés qui sont voulus de la source.',
  ],
  ['Without the words that are wanted of the source (q).', 'Sans les mots qui sont voulus de la source.'],
  [
    'The filter of the source takes only records of other sets.',
    'Le filtre de la source ne prend que des fiches d’autres ensembles.',
  ],
  [
    'The filter of the source leaves out a set that it is in.',
    'Le filtre de la source laisse de côté un ensemble dont elle fait partie.',
  ],
  ['The filter of the source does not take it.', 'Le filtre de la source ne la prend pas.'],
  ['The filter of the source leaves it out.', 'Le filtre de la source la laisse de côté.'],
  // What was wrong is told by the path and by the remedy of the rule.
  [
    'The source takes only records that pass its validation. {}',
    'La source ne prend que les fiches qui passent sa validation.',
  ],
  [
    'Applying the rules of this source failed by a fault of this catalogue; they were left out.',
    'L’application des règles de cette source a échoué par une faute de ce catalogue ; elles ont été laissées de côté.',
  ],
  [
    'Reading the document failed by a fault of this catalogue.',
    'La lecture du document a échoué par une faute de ce catalogue.',
  ],
  [
    'The record has no identifier of its own; "{}" was derived from its address.',
    'La fiche n’a pas d’identifiant à elle ; « {} » a été tiré de son adresse.',
  ],
  [
    'The record has no identifier of its own; "{}" was derived from its title and link.',
    'La fiche n’a pas d’identifiant à elle ; « {} » a été tiré de son titre et de son lien.',
  ],
  ['The document is in no format that is read here.', 'Le document n’est dans aucun format qui soit lu ici.'],
  [
    'The document is in no format that is read here: {}.',
    'Le document n’est dans aucun format qui soit lu ici : {}.',
  ],
  [
    'The identifier "{}" belongs to another document of this source already; the second one was left out.',
    'L’identifiant « {} » est déjà celui d’un autre document de cette source ; le second a été laissé de côté.',
  ],
  [
    'The identifier "{}" belongs to another document of this source already; the second one ({}) was left out.',
    'L’identifiant « {} » est déjà celui d’un autre document de cette source ; le second ({}) a été laissé de côté.',
  ],
  [
    '"{}" is being harvested already. Wait for that run to end.',
    '« {} » est déjà en cours de moissonnage. Attendez la fin de ce passage.',
  ],
  [
    'The source "{}" is archived, so it is not harvested.',
    'La source « {} » est archivée : elle n’est pas moissonnée.',
  ],
  [
    'The source "{}" is removed, so it is not harvested.',
    'La source « {} » est supprimée : elle n’est pas moissonnée.',
  ],
  ['The source "{}" is removed already.', 'La source « {} » est déjà supprimée.'],
  [
    'The source "{}" is removed: roll its removal back first.',
    'La source « {} » est supprimée : annulez d’abord sa suppression.',
  ],
  [
    '"{}" is harvested by {}: documents are not sent to it.',
    '« {} » est moissonnée par {} : on ne lui envoie pas de documents.',
  ],
  [
    '"{}" sends its documents; it is not asked for them.',
    '« {} » envoie ses documents ; ils ne lui sont pas demandés.',
  ],
  ['"{}" is switched off.', '« {} » est désactivée.'],
  [
    'Documents of this source are sent to /api/sources/{}/documents; it is not asked for them.',
    'Les documents de cette source sont envoyés à /api/sources/{}/documents ; ils ne lui sont pas demandés.',
  ],
  [
    'The run {} waits for a person who decides whether it is stored. Nothing more is taken until then.',
    'Le passage {} attend que quelqu’un décide s’il est enregistré. Rien d’autre n’est pris jusque-là.',
  ],
  [
    "The run is {}, so it can't be resumed: only a paused one can.",
    'Le passage ne peut pas être repris : seul un passage en pause le peut.',
  ],
  ['The run is {}: nothing of it waits to be stored.', 'Rien de ce passage n’attend d’être enregistré.'],
  ['The run is {}: there is nothing to {}.', 'Le passage est fini : il n’y a plus rien à y faire.'],
  [
    'A newer run took its place while it was stored. What was stored by then stays; roll it back to undo it.',
    'Un passage plus récent a pris sa place pendant son enregistrement. Ce qui était déjà enregistré reste ; annulez-le pour revenir en arrière.',
  ],
  [
    'Nothing of this run waits to be stored. Harvest the source again.',
    'Rien de ce passage n’attend d’être enregistré. Moissonnez de nouveau la source.',
  ],
  [
    'Only a harvest or a removal that is over can be rolled back, and only once.',
    'Seul un moissonnage ou une suppression terminés peuvent être annulés, et une seule fois.',
  ],
  [
    'The run changed nothing, so there is nothing to roll back.',
    'Le passage n’a rien changé : il n’y a rien à annuler.',
  ],
  [
    'The source was removed too long ago: this can’t be undone any more.',
    'La source est supprimée depuis trop longtemps : cela ne peut plus être défait.',
  ],
  ['There is no source "{}".', 'Il n’y a pas de source « {} ».'],
  ['There is no run "{}".', 'Il n’y a pas de passage « {} ».'],
  ['There is a source "{}" already.', 'Il y a déjà une source « {} ».'],
  ['There is no record "{}" of this source.', 'Il n’y a pas de fiche « {} » de cette source.'],
  ['There is no record "{}".', 'Il n’y a pas de fiche « {} ».'],
  ['There is no decision {}.', 'Il n’y a pas de décision {}.'],
  ['These records are one resource already.', 'Ces fiches sont déjà une même ressource.'],
  ['Joined by a person.', 'Réunies par une personne.'],
  ['Split by a person.', 'Séparées par une personne.'],
  [
    'This record is alone: there is nothing to split it from.',
    'Cette fiche est seule : il n’y a rien dont la séparer.',
  ],
  ['A decision was undone.', 'Une décision a été défaite.'],
  ['This decision was undone already.', 'Cette décision est déjà défaite.'],
  [
    'The document holds {} records, but was sent as the one record "{}".',
    'Le document contient {} fiches, mais a été envoyé comme la seule fiche « {} ».',
  ],
  [
    'At most {} documents are taken at once. Send them in parts.',
    'Au plus {} documents sont pris à la fois. Envoyez-les en plusieurs parties.',
  ],
  [
    'Nothing was sent: the body holds no document.',
    'Rien n’a été envoyé : le corps ne contient pas de document.',
  ],
  [
    'What was received before is stored. Mend the source or its settings and harvest again.',
    'Ce qui a été reçu avant est enregistré. Corrigez la source ou ses réglages, et moissonnez de nouveau.',
  ],
  ['Tell the operator; the log has the details.', 'Dites-le à l’exploitant ; le journal a les détails.'],
  ['Handed over by "{}".', 'Transmise par « {} ».'],
  ['That it was handed over was undone.', 'Sa transmission a été défaite.'],
  ['"{}" can’t take the records of "{}".', '« {} » ne peut pas prendre les fiches de « {} ».'],
  ['"{}" can’t hand its records over to itself.', '« {} » ne peut pas se transmettre ses propres fiches.'],
  ['The source "{}" has it as the record {}.', 'La source « {} » l’a comme fiche {}.'],
  [
    '{} of {} records would go on as records of "{}", and {} would be withdrawn, since the source is to be removed. Nothing was stored; look at them, then confirm.',
    '{} fiches sur {} continueraient comme fiches de « {} », et {} seraient retirées, puisque la source doit être supprimée. Rien n’a été enregistré ; regardez-les, puis confirmez.',
  ],
  [
    'Only a harvest, a reading anew or a removal that is over can be rolled back, and only once.',
    'Seuls un moissonnage, une relecture ou une suppression terminés peuvent être annulés, et une seule fois.',
  ],
  [
    'The disk of this catalogue is full, so the run stopped. What was stored before is safe. Make room, then harvest again: the next run goes on from here.',
    'Le disque de ce catalogue est plein : le passage s’est arrêté. Ce qui était enregistré est à l’abri. Faites de la place, puis moissonnez de nouveau : le passage suivant reprend d’ici.',
  ],
  [
    'The source, or what is wanted of it, was changed since the run was paused. Discard it, and harvest anew.',
    'La source, ou ce qui en est voulu, a changé depuis la pause de ce passage. Abandonnez-le, puis moissonnez de nouveau.',
  ],
  [
    'The run read with newer readers what was held, by the same rules: there is nothing to go back to.',
    'Le passage a relu avec des lecteurs plus récents ce qui est ici, par les mêmes règles : il n’y a rien à quoi revenir.',
  ],
  [
    'The rules that were in force before the run are not kept. Set them by hand, and read again what is held.',
    'Les règles en vigueur avant le passage ne sont pas gardées. Rétablissez-les à la main, et relisez ce qui est ici.',
  ],
  [
    'The rules of the source were changed again since. Bring the version that you want back from their history, and read again what is held.',
    'Les règles de la source ont encore changé depuis. Reprenez la version voulue dans leur historique, et relisez ce qui est ici.',
  ],
  [
    'The run that is rolled back was the first that applied these rules, so the rules of before are in force again.',
    'Le passage annulé était le premier à appliquer ces règles : celles d’avant sont de nouveau en vigueur.',
  ],
  ['{} did not send its content.', '{} n’a pas envoyé son contenu.'],
];
