import { type ProblemTable, words } from './problem-text.ts';

/** Problems of what data files and data services say of themselves (CF, ACDD, ERDDAP, THREDDS). */
export const dataProblems: ProblemTable = {
  'access-service-unknown': words(
    ['Data service not defined', 'Name for the data one of the services that the catalogue defines.'],
    [
      'Service de données non défini',
      'Indiquez pour les données l’un des services que définit le catalogue.',
    ],
  ),
  'conventions-missing': words(
    ['Conventions not told', 'Name the conventions that the file follows, such as CF-1.8 and ACDD-1.3.'],
    [
      'Conventions non indiquées',
      'Indiquez les conventions que suit le fichier, par exemple CF-1.8 et ACDD-1.3.',
    ],
  ),
  'coordinate-impossible': words(
    ['Positions that are nowhere', 'Mark missing positions with the fill value that the variable declares.'],
    [
      'Positions inexistantes',
      'Marquez les positions absentes par la valeur de remplissage que déclare la variable.',
    ],
  ),
  'dataset-inactive': words(
    [
      'Dataset switched off',
      'Switch the dataset on in the configuration of the server if it should be served.',
    ],
    [
      'Jeu de données désactivé',
      'Activez le jeu de données dans la configuration du serveur s’il doit être diffusé.',
    ],
  ),
  'duration-unreadable': words(
    ['Duration unreadable', 'Write durations in the form of ISO 8601, such as P1D or PT1H.'],
    ['Durée illisible', 'Écrivez les durées sous la forme ISO 8601, par exemple P1D ou PT1H.'],
  ),
  'extent-differs': words(
    ['Extent unlike the data', 'Write the extent in the attributes from the coordinates of the data.'],
    [
      'Étendue contraire aux données',
      'Inscrivez dans les attributs l’étendue tirée des coordonnées des données.',
    ],
  ),
  'extent-sampled': words(
    ['Extent from a sample', 'Tell the extent in the attributes: the data are too many to look at each.'],
    [
      'Étendue tirée d’un échantillon',
      'Indiquez l’étendue dans les attributs : les données sont trop nombreuses pour être toutes lues.',
    ],
  ),
  'file-damaged': words(
    ['Data file damaged', 'Check the file with the tools of its format, and transfer it again.'],
    [
      'Fichier de données endommagé',
      'Vérifiez le fichier avec les outils de son format, puis transférez-le à nouveau.',
    ],
  ),
  'file-truncated': words(
    ['File incomplete', 'Transfer the file again, and compare its size.'],
    ['Fichier incomplet', 'Transférez à nouveau le fichier et comparez sa taille.'],
  ),
  'list-lengths-differ': words(
    ['Lists of different lengths', 'Give as many entries as there are names, in the same order.'],
    ['Listes de longueurs différentes', 'Donnez autant d’entrées que de noms, dans le même ordre.'],
  ),
  'standard-name-invalid': words(
    ['Standard name impossible', 'Use a name of the CF standard name table, or a long name instead.'],
    ['Nom standard impossible', 'Employez un nom de la table des noms standard CF, ou plutôt un nom long.'],
  ),
  'time-units-unreadable': words(
    ['Units of time unreadable', 'Write the units of times as days since 1950-01-01T00:00:00Z.'],
    [
      'Unités de temps illisibles',
      'Écrivez les unités de temps sous la forme days since 1950-01-01T00:00:00Z.',
    ],
  ),
  'unit-missing': words(
    ['Variable without unit', 'Give each variable its unit; write 1 for what has none.'],
    ['Variable sans unité', 'Donnez à chaque variable son unité ; écrivez 1 pour ce qui n’en a pas.'],
  ),
  'valid-range-wrong': words(
    ['Valid range leaves nothing', 'Give the valid range in the units in which the variable is stored.'],
    [
      'Plage de validité sans valeur',
      'Donnez la plage de validité dans les unités où la variable est enregistrée.',
    ],
  ),
  'vertical-direction-missing': words(
    ['Heights or depths?', 'Say whether vertical values count upwards (heights) or downwards (depths).'],
    [
      'Hauteurs ou profondeurs ?',
      'Dites si les valeurs verticales croissent vers le haut (hauteurs) ou vers le bas (profondeurs).',
    ],
  ),
};
