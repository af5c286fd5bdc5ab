import type { Phrase } from './phrasebook.ts';

/** What the readers of documents found in them. */
export const documentPhrases: readonly Phrase[] = [
  ['Only {} of the four edges of the box are given.', 'Seuls {} des quatre côtés du cadre sont donnés.'],
  [
    'The vertical extent does not say whether it counts upwards or downwards.',
    'L’étendue verticale ne dit pas si elle compte vers le haut ou vers le bas.',
  ],
  ['The period begins ({}) after its end ({}).', 'La période commence ({}) après sa fin ({}).'],
  ['The period ends ({}) before it begins ({}).', 'La période finit ({}) avant de commencer ({}).'],
  [
    'The period is neither a text nor a start and an end.',
    'La période n’est ni un texte, ni un début et une fin.',
  ],
  ['"{}" is not an ISO 8601 duration.', '« {} » n’est pas une durée ISO 8601.'],
  ['"{}" is not a duration.', '« {} » n’est pas une durée.'],
  ['{} has {} entries for {} names.', '{} a {} entrées pour {} noms.'],
  [
    'The file does not say which conventions it follows.',
    'Le fichier ne dit pas quelles conventions il suit.',
  ],
  ['The file has no title.', 'Le fichier n’a pas de titre.'],
  ['The file has no summary.', 'Le fichier n’a pas de résumé.'],
  ['The variable {} has no units.', 'La variable {} n’a pas d’unité.'],
  ['The variable {} has no standard name.', 'La variable {} n’a pas de nom normalisé.'],
  ['"{}" cannot be a standard name.', '« {} » ne peut pas être un nom normalisé.'],
  [
    'It is not said under which licence the data are.',
    'Il n’est pas dit sous quelle licence sont les données.',
  ],
  ['It is not said who made the data.', 'Il n’est pas dit qui a fait les données.'],
  [
    'The box is not told in attributes (geospatial_lat_min and so on).',
    'Le cadre n’est pas dit par des attributs (geospatial_lat_min et les autres).',
  ],
  [
    'The period is not told in attributes (time_coverage_start, time_coverage_end).',
    'La période n’est pas dite par des attributs (time_coverage_start, time_coverage_end).',
  ],
  [
    'The {}s run from {} to {}, outside of what the attributes tell ({} to {}).',
    'Les valeurs de {} vont de {} à {}, hors de ce que disent les attributs ({} à {}).',
  ],
  ['{} not say which conventions were followed.', '{} quelles conventions ont été suivies n’est pas dit.'],
  [
    '{} not tell the box in attributes (geospatial_lat_min and so on).',
    '{} le cadre n’est pas dit par des attributs (geospatial_lat_min et les autres).',
  ],
  [
    '{} not tell the period in attributes (time_coverage_start, time_coverage_end).',
    '{} la période n’est pas dite par des attributs (time_coverage_start, time_coverage_end).',
  ],
  ['{} not have keywords.', '{} il n’y a pas de mots-clés.'],
  ['{} not say under which licence the data are.', '{} la licence des données n’est pas dite.'],
  ['{} not say who made the data.', '{} qui a fait les données n’est pas dit.'],
  [
    'No position was found in the files: neither coordinates nor attributes tell where the data are.',
    'Aucune position n’a été trouvée dans les fichiers : ni coordonnées ni attributs ne disent où sont les données.',
  ],
  [
    'No time was found in the files: neither coordinates nor attributes tell when the data were taken.',
    'Aucun temps n’a été trouvé dans les fichiers : ni coordonnées ni attributs ne disent quand les données ont été prises.',
  ],
  [
    'The document is no description of data files.',
    'Le document n’est pas une description de fichiers de données.',
  ],
  [
    'The files of "{}" have no title in common; one was made of their names.',
    'Les fichiers de « {} » n’ont pas de titre commun ; il a été fait de leurs noms.',
  ],
  [
    '"{}" is an interval without a beginning; its end was kept as the date.',
    '« {} » est un intervalle sans début ; sa fin a été gardée comme date.',
  ],
  ['<{}> holds no DataCite resource element.', '<{}> ne contient pas d’élément resource de DataCite.'],
  ['<{}> holds no Dublin Core.', '<{}> ne contient pas de Dublin Core.'],
  ['<{}> of {} was not read.', '<{}> de {} n’a pas été lu.'],
  ['The JSON holds no dataset of CKAN.', 'Le JSON ne contient pas de jeu de données de CKAN.'],
  ['The JSON holds no attributes of a DOI.', 'Le JSON ne contient pas les attributs d’un DOI.'],
  [
    'The document holds {} datasets; the first was read.',
    'Le document contient {} jeux de données ; le premier a été lu.',
  ],
  [
    'The document holds {} resources; the first was read.',
    'Le document contient {} ressources ; la première a été lue.',
  ],
  [
    'The document describes {} resources; the first was read.',
    'Le document décrit {} ressources ; la première a été lue.',
  ],
  [
    'The document describes {} resources; the first, {}, was read.',
    'Le document décrit {} ressources ; la première, {}, a été lue.',
  ],
  [
    'The catalogue lists {} datasets; the first was read.',
    'Le catalogue liste {} jeux de données ; le premier a été lu.',
  ],
  ['The dataset has no title.', 'Le jeu de données n’a pas de titre.'],
  ['The dataset has no name.', 'Le jeu de données n’a pas de nom.'],
  ['The dataset has no description.', 'Le jeu de données n’a pas de description.'],
  ['The dataset has no abstract.', 'Le jeu de données n’a pas de résumé.'],
  ['The dataset has no summary.', 'Le jeu de données n’a pas de résumé (summary).'],
  ['The resource has no title.', 'La ressource n’a pas de titre.'],
  ['The resource has no description.', 'La ressource n’a pas de description.'],
  [
    'The resource has no description of type Abstract.',
    'La ressource n’a pas de description de type Abstract.',
  ],
  ['The resource has no abstract.', 'La ressource n’a pas de résumé.'],
  ['The resource "{}" has no address.', 'La ressource « {} » n’a pas d’adresse.'],
  ['The resource has no date that could be read.', 'La ressource n’a pas de date qui ait pu être lue.'],
  ['The record has no identifier.', 'La fiche n’a pas d’identifiant.'],
  ['The metadata do not say when they changed.', 'Les métadonnées ne disent pas quand elles ont changé.'],
  ['Nobody is named as responsible.', 'Personne n’est nommé responsable.'],
  [
    'The abstract holds HTML; it was kept as sent.',
    'Le résumé contient du HTML ; il a été gardé comme il est venu.',
  ],
  [
    'The distribution {}has no address, so it was left out.',
    'La distribution {}n’a pas d’adresse ; elle a été laissée de côté.',
  ],
  [
    'The distribution has no address, so it was left out.',
    'La distribution n’a pas d’adresse ; elle a été laissée de côté.',
  ],
  ['An online resource has no address.', 'Une ressource en ligne n’a pas d’adresse.'],
  ['"{}" is not an address.', '« {} » n’est pas une adresse.'],
  [
    '"{}" is not a complete address, and nothing completes it.',
    '« {} » n’est pas une adresse complète, et rien ne la complète.',
  ],
  [
    'The document has {} bytes; at most {} are read as one record.',
    'Le document a {} octets ; au plus {} sont lus comme une fiche.',
  ],
  ['The document has {} bytes; at most {} are read.', 'Le document a {} octets ; au plus {} sont lus.'],
  [
    'The document describes no dcat:Dataset, dcat:DatasetSeries or dcat:DataService.',
    'Le document ne décrit ni dcat:Dataset, ni dcat:DatasetSeries, ni dcat:DataService.',
  ],
  [
    'The document describes no dcat:Catalog, dcat:Dataset, dcat:DatasetSeries or dcat:DataService.',
    'Le document ne décrit ni dcat:Catalog, ni dcat:Dataset, ni dcat:DatasetSeries, ni dcat:DataService.',
  ],
  [
    'The document describes no resource of a catalogue{}.',
    'Le document ne décrit aucune ressource d’un catalogue.',
  ],
  [
    'The document does not say what kind of resource it describes; it was taken for a dataset.',
    'Le document ne dit pas quelle sorte de ressource il décrit ; elle a été prise pour un jeu de données.',
  ],
  [
    'The document is neither an info table nor a dataset of ERDDAP.',
    'Le document n’est ni une table info ni un jeu de données d’ERDDAP.',
  ],
  [
    'The document is a <{}>{}, not a metadata record.',
    'Le document est un <{}>{}, et non une fiche de métadonnées.',
  ],
  [
    'The document is an HTML page, not a metadata record.',
    'Le document est une page HTML, et non une fiche de métadonnées.',
  ],
  ['The document is no feature with properties.', 'Le document n’est pas un objet avec des propriétés.'],
  [
    'The document is no netCDF file and describes none.',
    'Le document n’est pas un fichier netCDF et n’en décrit pas.',
  ],
  ['The document is no object of STAC.', 'Le document n’est pas un objet STAC.'],
  [
    'The document is no row of a spreadsheet of datasets.',
    'Le document n’est pas une ligne d’un tableur de jeux de données.',
  ],
  ['The document lists no dataset with data.', 'Le document ne liste aucun jeu de données avec des données.'],
  [
    'The JSON document is neither JSON-LD (schema.org, DCAT) nor DataCite, STAC or OGC API Records metadata, and holds no dataset of CKAN or ERDDAP.',
    'Le document JSON n’est ni du JSON-LD (schema.org, DCAT) ni des métadonnées DataCite, STAC ou OGC API Records, et ne contient pas de jeu de données de CKAN ou d’ERDDAP.',
  ],
  [
    'The JSON is neither an object nor a list of objects.',
    'Le JSON n’est ni un objet ni une liste d’objets.',
  ],
  [
    'The answer is an HTML page, not a metadata record.',
    'La réponse est une page HTML, et non une fiche de métadonnées.',
  ],
  ['The answer is an HTML page, not RDF.', 'La réponse est une page HTML, et non du RDF.'],
  [
    'The dataset {} is not active, so it was left out.',
    'Le jeu de données {} n’est pas actif ; il a été laissé de côté.',
  ],
  ['The bounding box has no two corners of two numbers.', 'Le cadre n’a pas deux coins de deux nombres.'],
  ['The bounding box lacks sides that are numbers.', 'Il manque au cadre des côtés qui soient des nombres.'],
  ['The bounding box crosses the antimeridian ({}).', 'Le cadre passe l’antiméridien ({}).'],
  ['The bounding box is a point ({}).', 'Le cadre est un point ({}).'],
  [
    'The corners "{}" and "{}" in {} were read as "east south" and "west north".',
    'Les coins « {} » et « {} » en {} ont été lus comme « est sud » et « ouest nord ».',
  ],
  [
    'Coordinates in "{}" are not converted; the box was left out.',
    'Des coordonnées en « {} » ne sont pas converties ; le cadre a été laissé de côté.',
  ],
  [
    'Coordinates in "{}" are not converted; the geometry was left out.',
    'Des coordonnées en « {} » ne sont pas converties ; la géométrie a été laissée de côté.',
  ],
  [
    '"{}" puts latitude first, but then the box is impossible; it was read longitude first.',
    '« {} » met la latitude d’abord, mais le cadre est alors impossible ; il a été lu longitude d’abord.',
  ],
  [
    '"{}" puts latitude first, but then the positions are impossible; they were read longitude first.',
    '« {} » met la latitude d’abord, mais les positions sont alors impossibles ; elles ont été lues longitude d’abord.',
  ],
  [
    '"{}" is impossible with latitude first; it was read longitude first.',
    '« {} » est impossible avec la latitude d’abord ; il a été lu longitude d’abord.',
  ],
  ['The box is not four numbers: {}.', 'Le cadre n’est pas fait de quatre nombres : {}.'],
  ['A box is not a list of numbers.', 'Un cadre n’est pas une liste de nombres.'],
  ['"{}" is not a box of four numbers.', '« {} » n’est pas un cadre de quatre nombres.'],
  ['"{}" is not a list of pairs of numbers.', '« {} » n’est pas une liste de paires de nombres.'],
  ['No such box on Earth: {}.', 'Il n’y a pas de tel cadre sur Terre : {}.'],
  ['No such position on Earth: {}.', 'Il n’y a pas de telle position sur Terre : {}.'],
  ['The box has south above north: {}.', 'Le cadre a le sud au-dessus du nord : {}.'],
  ['Longitudes were brought to -180…180: {}.', 'Les longitudes ont été ramenées à -180…180 : {}.'],
  [
    'The box has west > east, so it crosses the antimeridian: {}.',
    'Le cadre a l’ouest plus grand que l’est : il passe donc l’antiméridien : {}.',
  ],
  [
    'A longitude is beyond 180 degrees ({}); the box was read as {} to {}.',
    'Une longitude dépasse 180 degrés ({}) ; le cadre a été lu de {} à {}.',
  ],
  ['The geometry cannot be read: "{}".', 'La géométrie ne peut pas être lue : « {} ».'],
  ['The geometry is not one of GeoJSON.', 'La géométrie n’en est pas une de GeoJSON.'],
  [
    'The reference system "{}" of a geometry is not read.',
    'Le système de référence « {} » d’une géométrie n’est pas lu.',
  ],
  ['The {} has no readable coordinates.', '{} : pas de coordonnées lisibles.'],
  ['The {} has coordinates that are not numbers.', '{} : des coordonnées ne sont pas des nombres.'],
  ['The {} has coordinates beyond the globe.', '{} : des coordonnées sont hors du globe.'],
  [
    'The coordinates only fit the globe in the other order than "{}" demands; they were read so.',
    'Les coordonnées ne tiennent sur le globe que dans l’autre ordre que celui que « {} » demande ; elles ont été lues ainsi.',
  ],
  ['{} ({}); it was not used.', '{} ({}) ; il n’a pas servi.'],
  [
    '{} may stand only once; this further one was not read.',
    '{} ne peut figurer qu’une fois ; celui-ci, de plus, n’a pas été lu.',
  ],
  [
    'Not read, since this catalogue keeps nothing of the kind: {}.',
    'Non lu, puisque ce catalogue ne garde rien de tel : {}.',
  ],
  [
    '{} more problems of the kind "{}" are not listed.',
    '{} autres problèmes de la sorte « {} » ne sont pas listés.',
  ],
  [
    'The element only points to "{}"; references are not followed.',
    'L’élément ne fait que renvoyer à « {} » ; les renvois ne sont pas suivis.',
  ],
  [
    'The locale "{}" is not declared in the metadata; it was taken for "{}".',
    'La langue « {} » n’est pas déclarée dans les métadonnées ; elle a été prise pour « {} ».',
  ],
  ['The date {} does not say what it is the date of.', 'La date {} ne dit pas de quoi elle est la date.'],
  ['The date is empty.', 'La date est vide.'],
  ['"{}" is not a date.', '« {} » n’est pas une date.'],
  [
    '"{}" is not an ISO 8601 date; it was read as {}.',
    '« {} » n’est pas une date ISO 8601 ; elle a été lue comme {}.',
  ],
  ['"{}" may be read as day/month or as month/day.', '« {} » peut se lire jour/mois ou mois/jour.'],
  ['There is no such date as "{}".', 'La date « {} » n’existe pas.'],
  ['"{}" is not a language code.', '« {} » n’est pas un code de langue.'],
  [
    '"{}" is not a value of {}; it was kept as it is.',
    '« {} » n’est pas une valeur de {} ; elle a été gardée comme elle est.',
  ],
  ['"{}" is not a number.', '« {} » n’est pas un nombre.'],
  ['"{}" is not a size.', '« {} » n’est pas une taille.'],
  ['"{}" has a decimal comma; it was read as {}.', '« {} » a une virgule décimale ; il a été lu comme {}.'],
  ['"{}" has decimal commas.', '« {} » a des virgules décimales.'],
  ['The header holds neither attributes nor variables.', 'L’en-tête ne contient ni attributs ni variables.'],
  ['The file ends before its data do: {}.', 'Le fichier finit avant ses données : {}.'],
  ['The netCDF file cannot be read: {}.', 'Le fichier netCDF ne peut pas être lu : {}.'],
  ['The attributes break off before the last brace.', 'Les attributs s’arrêtent avant la dernière accolade.'],
  ['{} is written here, not read.', '{} est écrit ici, non lu.'],
  [
    'The context "{}" is not known here, and contexts are never fetched.',
    'Le contexte « {} » n’est pas connu ici, et les contextes ne sont jamais demandés.',
  ],
  [
    'No context says what "{}" means; it was left out.',
    'Aucun contexte ne dit ce que « {} » signifie ; il a été laissé de côté.',
  ],
  [
    'The catalogue lists no dataset, series or service.',
    'Le catalogue ne liste ni jeu de données, ni série, ni service.',
  ],
  [
    'The catalogue lists no dataset itself, but refers to {} other catalogues.',
    'Le catalogue ne liste lui-même aucun jeu de données, mais renvoie à {} autres catalogues.',
  ],
  [
    'The catalogue lists no dataset with data.',
    'Le catalogue ne liste aucun jeu de données avec des données.',
  ],
  ['No service is named for the data.', 'Aucun service n’est nommé pour les données.'],
  ['The service "{}" is not defined.', 'Le service « {} » n’est pas défini.'],
  [
    'The address of the service "{}" ({}) is relative, and that of the catalogue is not known.',
    'L’adresse du service « {} » ({}) est relative, et celle du catalogue n’est pas connue.',
  ],
  [
    'With what they inherit, the datasets come to more than {} bytes; the rest was left out.',
    'Avec ce dont ils héritent, les jeux de données dépassent {} octets ; le reste a été laissé de côté.',
  ],
  [
    'Objects and arrays are nested more than {} deep.',
    'Objets et listes sont imbriqués sur plus de {} niveaux.',
  ],
  ['Elements are nested more than {} deep.', 'Les éléments sont imbriqués sur plus de {} niveaux.'],
  ['The server says {}, but the document is {}.', 'Le serveur dit {}, mais le document est {}.'],
  [
    'The document has more than {} statements, which are not read at once.',
    'Le document a plus de {} déclarations, qui ne sont pas lues d’un coup.',
  ],
  [
    '{}: characters that IRIs may not hold were percent-encoded.',
    '{} : des caractères que des IRI ne peuvent pas contenir ont été codés.',
  ],
  [
    'Some IRIs hold characters that IRIs may not have; they were percent-encoded.',
    'Des IRI contiennent des caractères qui n’y ont pas leur place ; ils ont été codés.',
  ],
  [
    '{}: relative, and the document has no base; kept as written.',
    '{} : relative, et le document n’a pas de base ; gardée comme elle est écrite.',
  ],
  [
    'The document has a DOCTYPE; such documents are refused, since entities can pull in other files or explode in memory.',
    'Le document a un DOCTYPE ; de tels documents sont refusés, car des entités peuvent tirer d’autres fichiers ou exploser en mémoire.',
  ],
  ['The document has a DOCTYPE.', 'Le document a un DOCTYPE.'],
  ['The Turtle cannot be read: {}', 'Le Turtle ne peut pas être lu : {}'],
  ['The document holds no XML element.', 'Le document ne contient pas d’élément XML.'],
  [
    'The namespace prefix "{}" is not declared; the usual namespace was assumed.',
    'Le préfixe « {} » n’est pas déclaré ; l’espace de noms habituel a été supposé.',
  ],
  ['The file does', 'Le fichier :'],
  ['The files do', 'Les fichiers :'],
  ['{} of {} files do', '{} fichiers sur {} :'],
];
