import type { Phrase } from './phrasebook.ts';

/** What is amiss with how a source answers, protocol by protocol. */
export const sourcePhrases: readonly Phrase[] = [
  ['{} is answered with status {}.', '{} répond par le statut {}.'],
  ['The folder is answered with status {}.', 'Le dossier répond par le statut {}.'],
  ['The spreadsheet is answered with status {}.', 'Le tableur répond par le statut {}.'],
  ['The sitemap {} is answered with status {}.', 'Le plan de site {} répond par le statut {}.'],
  ['It answered with status {}.', 'La réponse a le statut {}.'],
  ['It is a "{}".', 'C’est un « {} ».'],
  ['It is no object.', 'Ce n’est pas un objet.'],
  ['It was cut off on its way.', 'Elle a été coupée en chemin.'],
  ['The answer is a "{}".', 'La réponse est un « {} ».'],
  ['The answer could not be understood.', 'La réponse n’a pas pu être comprise.'],
  ['No answer within {} s.', 'Pas de réponse en {} s.'],
  [
    "The record at position {} can't be had, not even alone. {}",
    'La fiche à la position {} ne peut pas être obtenue, même seule. {}',
  ],
  [
    'The list gives the same page again and again (lastly at {}), so it was left after {} pages.',
    'La liste donne sans cesse la même page (en dernier à {}) ; elle a été laissée là après {} pages.',
  ],
  [
    'The pages of the list go in a circle: {} comes again.',
    'Les pages de la liste tournent en rond : {} revient.',
  ],
  [
    'The pages of the catalogue go in a circle: {} comes again.',
    'Les pages du catalogue tournent en rond : {} revient.',
  ],
  [
    'The list has more than {} pages, so it was left.',
    'La liste a plus de {} pages ; elle a été laissée là.',
  ],
  [
    'The catalogue has more than {} pages, so it was left.',
    'Le catalogue a plus de {} pages ; il a été laissé là.',
  ],
  ["{} records can't be had from the source.", '{} fiches ne peuvent pas être obtenues de la source.'],
  ["{} records can't be had from the catalogue.", '{} fiches ne peuvent pas être obtenues du catalogue.'],
  [
    "{} datasets can't be had from the source.",
    '{} jeux de données ne peuvent pas être obtenus de la source.',
  ],
  [
    "{} datasets can't be had from the endpoint.",
    '{} jeux de données ne peuvent pas être obtenus du point d’accès.',
  ],
  [
    'The source says that it has {} records, but gave {}.',
    'La source dit avoir {} fiches, mais en a donné {}.',
  ],
  [
    'The source says that it has {} datasets, but gave {}.',
    'La source dit avoir {} jeux de données, mais en a donné {}.',
  ],
  [
    'The catalogue says that it has {} records, but gave {}.',
    'Le catalogue dit avoir {} fiches, mais en a donné {}.',
  ],
  [
    'The endpoint says that it has {} datasets, but gave {}.',
    'Le point d’accès dit avoir {} jeux de données, mais en a donné {}.',
  ],
  [
    'The repository said that its list has {} records, but gave {}.',
    'L’entrepôt disait que sa liste a {} fiches, mais en a donné {}.',
  ],
  [
    'The list shrank from {} to {} records while it was read.',
    'La liste est passée de {} à {} fiches pendant la lecture.',
  ],
  [
    'The catalogue shrank from {} to {} records while it was listed.',
    'Le catalogue est passé de {} à {} fiches pendant qu’il était listé.',
  ],
  [
    'The catalogue shrank from {} to {} records while it was read.',
    'Le catalogue est passé de {} à {} fiches pendant la lecture.',
  ],
  [
    'The list changes faster than it can be read: it was taken up again {} times.',
    'La liste change plus vite qu’on ne peut la lire : elle a été reprise {} fois.',
  ],
  [
    'The list of datasets changes faster than it can be read: it was taken up again {} times.',
    'La liste des jeux de données change plus vite qu’on ne peut la lire : elle a été reprise {} fois.',
  ],
  [
    'The list changed while it was read, at record {}: it was taken up again further back, so that no record is passed over.',
    'La liste a changé pendant la lecture, à la fiche {} : elle a été reprise plus haut, pour n’en sauter aucune.',
  ],
  ['A member of the list is no object: {}', 'Un membre de la liste n’est pas un objet : {}'],
  [
    'pageSize: must be a whole number from 1 to 1000, not "{}".',
    'pageSize : il faut un nombre entier de 1 à 1000, et non « {} ».',
  ],
  [
    'The search gives the same page again and again, so it was left.',
    'La recherche donne sans cesse la même page ; elle a été laissée là.',
  ],
  ['The search listed {} records without a uuid.', 'La recherche a listé {} fiches sans uuid.'],
  ['{} is not answered with datasets of CKAN.', '{} ne répond pas par des jeux de données de CKAN.'],
  ['{} is not answered with DOIs of DataCite.', '{} ne répond pas par des DOI de DataCite.'],
  ['{} is not answered with a list of datasets.', '{} ne répond pas par une liste de jeux de données.'],
  ['{} is not answered with records of GeoNetwork.', '{} ne répond pas par des fiches de GeoNetwork.'],
  [
    '{} is not answered with features, so it holds no records.',
    '{} ne répond pas par des objets : il n’y a donc pas de fiches.',
  ],
  ['{} is not answered with collections.', '{} ne répond pas par des collections.'],
  ['{} is not answered in OAI-PMH. {}', '{} ne répond pas en OAI-PMH. {}'],
  ['{} is neither an API nor a catalogue of STAC.', '{} n’est ni une API ni un catalogue STAC.'],
  ['{} is no document of STAC.', '{} n’est pas un document STAC.'],
  ['{} is no catalogue of THREDDS. {}', '{} n’est pas un catalogue THREDDS. {}'],
  ['{} is no catalogue of THREDDS.', '{} n’est pas un catalogue THREDDS.'],
  ['{} is no sitemap. {}', '{} n’est pas un plan de site. {}'],
  ['{} is no index page.', '{} n’est pas une page d’index.'],
  [
    '{} is neither an index page nor a metadata document. {}',
    '{} n’est ni une page d’index ni un document de métadonnées. {}',
  ],
  ['{} gives no DCAT. {}', '{} ne donne pas de DCAT. {}'],
  ['{} offers no collection of OGC API Records.', '{} n’offre pas de collection d’OGC API Records.'],
  [
    "{} gives datasets again that were asked to be left behind, so it can't be listed.",
    '{} redonne des jeux de données que l’on demandait de laisser : il ne peut donc pas être listé.',
  ],
  [
    '{} references lead to catalogues of other servers, which were not followed.',
    '{} renvois mènent à des catalogues d’autres serveurs, et n’ont pas été suivis.',
  ],
  [
    "The catalogue gives the same page for every position (again at {}), so it can't be listed.",
    'Le catalogue donne la même page à chaque position (encore à {}) : il ne peut donc pas être listé.',
  ],
  ['The catalogue did not send its content.', 'Le catalogue n’a pas envoyé son contenu.'],
  ['The next page "{}" is not an http address.', 'La page suivante « {} » n’est pas une adresse http.'],
  ['The file "{}" can\'t be read.', 'Le fichier « {} » ne peut pas être lu.'],
  ['version: the catalogue answers in {}, not in {}.', 'version : le catalogue répond en {}, et non en {}.'],
  ['version: must be {}, not "{}".', 'version : il faut {}, et non « {} ».'],
  [
    "{}: the catalogue can't be asked for it; the languages of filters that it offers are {}.",
    '{} : cela ne peut pas être demandé au catalogue ; les langages de filtre qu’il offre sont {}.',
  ],
  [
    'client-id: say which DOIs are wanted, by one of the options {}.',
    'client-id : dites quels DOI sont voulus, par l’une des options {}.',
  ],
  [
    'filter: {} says nothing of filters in CQL2 text. Use bbox, datetime, keyword or q.',
    'filter : {} ne dit rien de filtres en CQL2. Servez-vous de la zone, de la période, des mots-clés ou des mots.',
  ],
  [
    'filter: sources of "{}" take none. {}',
    'filter : les sources « {} » n’en prennent pas. Servez-vous de la zone, de la période, des mots-clés ou des mots, ou des règles de la source.',
  ],
  [
    'bbox: must be west,south,east,north in degrees, such as -10,40,5,52, not "{}". West > east crosses the antimeridian.',
    'bbox : il faut ouest,sud,est,nord en degrés, comme -10,40,5,52, et non « {} ». Un ouest plus grand que l’est passe l’antiméridien.',
  ],
  ['bbox: south ({}) is north of north ({}).', 'bbox : le sud ({}) est au nord du nord ({}).'],
  [
    'datetime: must be a date, or an interval such as 2010-01-01/2019-12-31 or 2010-01-01/.., not "{}".',
    'datetime : il faut une date, ou un intervalle comme 2010-01-01/2019-12-31 ou 2010-01-01/.., et non « {} ».',
  ],
  [
    'keyword: must be one keyword, or several with ";" between them.',
    'keyword : il faut un mot-clé, ou plusieurs séparés par « ; ».',
  ],
  ['collection: there is no "{}" among {}.', 'collection : il n’y a pas de « {} » parmi {}.'],
  [
    'collection: the service has several; choose one of {}.',
    'collection : le service en a plusieurs ; choisissez parmi {}.',
  ],
  ['graph: "{}" is no address of a graph.', 'graph : « {} » n’est pas l’adresse d’un graphe.'],
  [
    'series: "{}" cannot be read. {}',
    'series : « {} » ne peut pas être lu. Écrivez un chemin avec * pour ce qui varie et {nom} pour ce qui distingue les séries, chaque nom une fois.',
  ],
  [
    'url: archives of this machine are not crawled. Name the folders that may be in HALOCLINE_ARCHIVES.',
    'url : les archives de cette machine ne sont pas parcourues. Nommez les dossiers qui peuvent l’être dans HALOCLINE_ARCHIVES.',
  ],
  [
    'url: "{}" is in none of the folders that may be crawled (HALOCLINE_ARCHIVES).',
    'url : « {} » n’est dans aucun des dossiers qui peuvent être parcourus (HALOCLINE_ARCHIVES).',
  ],
  [
    'url: "{}" of the source "{}" is no address. Give one with http:// or https://.',
    'url : « {} » de la source « {} » n’est pas une adresse. Donnez-en une en http:// ou https://.',
  ],
  [
    'url: must be the whole path of a folder of this machine.',
    'url : il faut le chemin entier d’un dossier de cette machine.',
  ],
  ['url: must begin with http:// or https://.', 'url : doit commencer par http:// ou https://.'],
  [
    'url: must be an address that begins with http:// or https://.',
    'url : il faut une adresse qui commence par http:// ou https://.',
  ],
  [
    'schedule: a source that sends its documents is not asked for them.',
    'schedule : une source qui envoie ses documents n’est pas interrogée.',
  ],
  [
    'owner: nobody has an account with this address. Invite them first.',
    'owner : personne n’a de compte à cette adresse. Invitez d’abord la personne.',
  ],
  ['There is no folder "{}".', 'Il n’y a pas de dossier « {} ».'],
  ['There is no file "{}".', 'Il n’y a pas de fichier « {} ».'],
  ['There is no file or folder "{}".', 'Il n’y a ni fichier ni dossier « {} ».'],
  [
    'The archive is nested more than {} deep, at "{}".',
    'L’archive a plus de {} niveaux de dossiers, à « {} ».',
  ],
  ['The folder is nested more than {} deep, at "{}".', 'Le dossier a plus de {} niveaux, à « {} ».'],
  ['The folder "{}" cannot be listed ({}).', 'Le dossier « {} » ne peut pas être listé ({}).'],
  ['The folder holds more than {} files.', 'Le dossier contient plus de {} fichiers.'],
  ['"{}" cannot be looked up ({}).', '« {} » ne peut pas être consulté ({}).'],
  ['"{}" can\'t be read ({}).', '« {} » ne peut pas être lu ({}).'],
  ['"{}" has {} bytes; at most {} are read.', '« {} » a {} octets ; au plus {} sont lus.'],
  [
    '"{}" holds no metadata in a format that is read here.',
    '« {} » ne contient pas de métadonnées dans un format qui soit lu ici.',
  ],
  [
    '{} has another {} in "{}" than in "{}"; that of the first is shown.',
    '{} a un autre {} dans « {} » que dans « {} » ; celui du premier est montré.',
  ],
  ['The files have {} more problems.', 'Les fichiers ont {} problèmes de plus.'],
  ['Reading the file failed, or took too long.', 'La lecture du fichier a échoué, ou a duré trop longtemps.'],
  [
    'The robots.txt of the server forbids {} files or folders; they were not fetched.',
    'Le robots.txt du serveur interdit {} fichiers ou dossiers ; ils n’ont pas été demandés.',
  ],
  [
    'The robots.txt of the server forbids {} pages; they were not fetched.',
    'Le robots.txt du serveur interdit {} pages ; elles n’ont pas été demandées.',
  ],
  ['The robots.txt of the server forbids {} pages.', 'Le robots.txt du serveur interdit {} pages.'],
  ['{} pages describe no dataset in JSON-LD.', '{} pages ne décrivent pas de jeu de données en JSON-LD.'],
  ['JSON-LD of {}: {}', 'JSON-LD de {} : {}'],
  ['There are more than {} sitemaps.', 'Il y a plus de {} plans de site.'],
  ['The sitemaps list more than {} pages.', 'Les plans de site listent plus de {} pages.'],
  [
    'The sitemaps list {} pages of other hosts than their own, and none of their own.',
    'Les plans de site listent {} pages d’autres hôtes que le leur, et aucune du leur.',
  ],
  [
    "The sitemap {} can't be unpacked, or has more than {} bytes.",
    'Le plan de site {} ne peut pas être décompressé, ou a plus de {} octets.',
  ],
  [
    'The answer to {} was cut off twice: its end is missing.',
    'La réponse à {} a été coupée deux fois : sa fin manque.',
  ],
  ['The repository refuses {}: {}.', 'L’entrepôt refuse {} : {}.'],
  [
    "The repository's answer to {} holds neither a {} nor an error.",
    'La réponse de l’entrepôt à {} ne contient ni {} ni erreur.',
  ],
  [
    'The repository repeats the resumption token "{}", so its list never ends. It was left after {} pages.',
    'L’entrepôt répète le jeton de reprise « {} » : sa liste ne finit jamais. Elle a été laissée là après {} pages.',
  ],
  [
    'The record of the repository has a header, but no metadata.',
    'La fiche de l’entrepôt a un en-tête, mais pas de métadonnées.',
  ],
  [
    'None of the formats of the repository is read here: {}.',
    'Aucun des formats de l’entrepôt n’est lu ici : {}.',
  ],
  [
    'The server answered with an HTML page where the protocol asks for XML.',
    'Le serveur a répondu par une page HTML là où le protocole demande du XML.',
  ],
  [
    'The answer has a DOCTYPE; such documents are refused, since entities can pull in other files or explode in memory.',
    'La réponse a un DOCTYPE ; de tels documents sont refusés, car des entités peuvent tirer d’autres fichiers ou exploser en mémoire.',
  ],
  ['The answer holds no XML element.', 'La réponse ne contient pas d’élément XML.'],
  ['The spreadsheet holds no dataset.', 'Le tableur ne contient pas de jeu de données.'],
  [
    'Open it with the program that wrote it; if it is sound, tell the operator.',
    'Ouvrez-le avec le programme qui l’a écrit ; s’il est sain, dites-le à l’exploitant.',
  ],
  [
    'Mend the most frequent ones, and crawl the archive again.',
    'Corrigez les plus fréquents, et parcourez de nouveau l’archive.',
  ],
  [
    'Check that the file can be fetched from outside.',
    'Vérifiez que le fichier peut être demandé de l’extérieur.',
  ],
  [
    'Check that the server shows an index of this folder.',
    'Vérifiez que le serveur montre un index de ce dossier.',
  ],
  [
    'Check that every child link leads to a catalogue or collection.',
    'Vérifiez que chaque lien « child » mène à un catalogue ou à une collection.',
  ],
  [
    'Only who looks after all sources may have a private network or a folder of this machine asked.',
    'Seul qui s’occupe de toutes les sources peut faire interroger un réseau privé ou un dossier de cette machine.',
  ],
];
