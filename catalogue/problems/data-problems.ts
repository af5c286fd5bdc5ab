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
  'acdd-extent-missing': words(
    [
      'Box not told in attributes',
      'Write geospatial_lat_min, geospatial_lat_max, geospatial_lon_min and geospatial_lon_max from the coordinates.',
    ],
    [
      'Emprise absente des attributs',
      'Écrivez geospatial_lat_min, geospatial_lat_max, geospatial_lon_min et geospatial_lon_max d’après les coordonnées.',
    ],
  ),
  'acdd-period-missing': words(
    [
      'Period not told in attributes',
      'Write time_coverage_start and time_coverage_end from the times, in ISO 8601.',
    ],
    [
      'Période absente des attributs',
      'Écrivez time_coverage_start et time_coverage_end d’après les dates, en ISO 8601.',
    ],
  ),
  'columns-missing': words(
    [
      'Columns not found',
      'Give the table a line of headings, with columns for time, longitude and latitude.',
    ],
    [
      'Colonnes introuvables',
      'Donnez au tableau une ligne d’en-têtes, avec des colonnes pour la date, la longitude et la latitude.',
    ],
  ),
  'coordinates-not-found': words(
    [
      'No position in the files',
      'Give latitude and longitude as coordinates (netCDF), columns (CSV, ODV) or header lines (CNV).',
    ],
    [
      'Aucune position dans les fichiers',
      'Donnez latitude et longitude comme coordonnées (netCDF), colonnes (CSV, ODV) ou lignes d’en-tête (CNV).',
    ],
  ),
  'creator-missing': words(
    [
      'Creator not told',
      'Give creator_name, creator_email and institution, or set the organisation by a rule.',
    ],
    [
      'Auteur non indiqué',
      'Donnez creator_name, creator_email et institution, ou fixez l’organisme par une règle.',
    ],
  ),
  'keywords-missing': words(
    ['No keywords', 'Give keywords from a vocabulary, and name the vocabulary in keywords_vocabulary.'],
    ['Aucun mot-clé', 'Donnez des mots-clés d’un vocabulaire, et nommez-le dans keywords_vocabulary.'],
  ),
  'licence-missing': words(
    ['Licence not told', 'Give the licence in the attribute license, or set it by a rule of the source.'],
    [
      'Licence non indiquée',
      'Indiquez la licence dans l’attribut license, ou fixez-la par une règle de la source.',
    ],
  ),
  'position-unlabelled': words(
    ['Position without a label', 'Write “Latitude:” and “Longitude:” before the position in the header.'],
    ['Position sans étiquette', 'Écrivez « Latitude: » et « Longitude: » devant la position dans l’en-tête.'],
  ),
  'position-unreadable': words(
    ['Positions unreadable', 'Write latitude and longitude in decimal degrees, south and west negative.'],
    [
      'Positions illisibles',
      'Écrivez latitude et longitude en degrés décimaux, le sud et l’ouest en négatif.',
    ],
  ),
  'row-unreadable': words(
    [
      'Rows unreadable',
      'Give every row as many cells as there are columns, and quote cells with the separator.',
    ],
    [
      'Lignes illisibles',
      'Donnez à chaque ligne autant de cellules que de colonnes, et mettez entre guillemets celles qui contiennent le séparateur.',
    ],
  ),
  'series-differs': words(
    [
      'Files of a series differ',
      'Write all files of a series alike, or tell series apart by the option “series” of the source.',
    ],
    [
      'Fichiers d’une série différents',
      'Écrivez de même tous les fichiers d’une série, ou distinguez les séries par l’option « series » de la source.',
    ],
  ),
  'standard-name-missing': words(
    ['Variable without standard name', 'Give standard_name a name of the CF standard name table.'],
    ['Variable sans nom standard', 'Donnez à standard_name un nom de la table des noms standard de CF.'],
  ),
  'time-unreadable': words(
    ['Times unreadable', 'Write times in ISO 8601, such as 2021-03-04T12:30:00Z.'],
    ['Dates illisibles', 'Écrivez les dates en ISO 8601, par exemple 2021-03-04T12:30:00Z.'],
  ),
  'times-not-found': words(
    [
      'No time in the files',
      'Give times as a coordinate (netCDF), a column in ISO 8601 (CSV, ODV) or start_time (CNV).',
    ],
    [
      'Aucune date dans les fichiers',
      'Donnez les dates comme coordonnée (netCDF), colonne en ISO 8601 (CSV, ODV) ou start_time (CNV).',
    ],
  ),
  'title-derived': words(
    [
      'Title made of file names',
      'Give all files the same title in the attribute title, or set it by a rule.',
    ],
    [
      'Titre tiré des noms de fichiers',
      'Donnez le même titre à tous les fichiers dans l’attribut title, ou fixez-le par une règle.',
    ],
  ),
};
