type Words = { en: string; fr: string };
export type EvidenceLanguage = keyof Words;

/** What evidence says, with its values in braces. */
const texts = {
  // Nothing is known.
  'not-checked': { en: 'Not checked yet: {url}.', fr: 'Pas encore vérifié : {url}.' },
  unreachable: { en: '{url} could not be reached: {reason}.', fr: '{url} est injoignable : {reason}.' },
  refused: { en: '{url} is not asked: {reason}.', fr: '{url} n’est pas interrogé : {reason}.' },
  busy: {
    en: '{url} answered {status}, which says nothing of what stands there.',
    fr: '{url} a répondu {status}, ce qui ne dit rien de ce qui s’y trouve.',
  },
  'page-not-asked': {
    en: 'The page has not been looked at yet.',
    fr: 'La page n’a pas encore été examinée.',
  },
  'documents-not-asked': {
    en: 'The metadata documents have not been looked at yet.',
    fr: 'Les documents de métadonnées n’ont pas encore été examinés.',
  },
  'original-not-asked': {
    en: 'The original document has not been asked for yet.',
    fr: 'Le document d’origine n’a pas encore été demandé.',
  },
  'page-local': {
    en: '{url} is reached from this machine only: nothing can be said of a public address.',
    fr: '{url} n’est accessible que de cette machine : on ne peut rien dire d’une adresse publique.',
  },
  'access-not-seen': {
    en: 'No data link has answered yet, so it was not seen whether the access is as said.',
    fr: 'Aucun lien vers les données n’a encore répondu : on n’a pas vu si l’accès est celui annoncé.',
  },
  'format-not-seen': {
    en: 'No file has answered yet, so its format was not seen.',
    fr: 'Aucun fichier n’a encore répondu : son format n’a pas été vu.',
  },
  // Findable.
  'identifier-none': {
    en: 'The resource has no identifier that is unique in the world.',
    fr: 'La ressource n’a pas d’identifiant unique au monde.',
  },
  'identifier-served': {
    en: 'The page states the identifier {identifier}.',
    fr: 'La page donne l’identifiant {identifier}.',
  },
  'identifier-not-served': {
    en: 'The record has the identifier {identifier}, but the page does not state it for machines.',
    fr: 'La fiche a l’identifiant {identifier}, mais la page ne le donne pas aux machines.',
  },
  'persistent-none': {
    en: 'There is no DOI, Handle, ARK or other identifier that is meant to last.',
    fr: 'Il n’y a ni DOI, ni Handle, ni ARK, ni autre identifiant fait pour durer.',
  },
  persistent: {
    en: '{identifier} is of a persistent scheme.',
    fr: '{identifier} relève d’un système pérenne.',
  },
  'identifier-resolves': {
    en: '{identifier} leads to {url}, a page of this resource.',
    fr: '{identifier} mène à {url}, une page de cette ressource.',
  },
  'identifier-unclear': {
    en: '{identifier} leads to {url}, which does not show that it is about this resource.',
    fr: '{identifier} mène à {url}, qui ne montre pas qu’il s’agit de cette ressource.',
  },
  'identifier-elsewhere': {
    en: '{identifier} leads to {url}, a page of something else.',
    fr: '{identifier} mène à {url}, une page d’autre chose.',
  },
  'identifier-broken': {
    en: '{identifier} does not resolve: {url} answered {status}.',
    fr: '{identifier} ne mène nulle part : {url} a répondu {status}.',
  },
  'identifier-guarded': {
    en: '{identifier} leads to {url}, which does not let us in ({status}).',
    fr: '{identifier} mène à {url}, qui ne nous laisse pas entrer ({status}).',
  },
  'core-complete': {
    en: 'Creator, title, identifier, date, publisher and type are stated for machines.',
    fr: 'Auteur, titre, identifiant, date, éditeur et type sont donnés aux machines.',
  },
  'core-missing': {
    en: 'Missing in the page’s metadata: {elements}.',
    fr: 'Absent des métadonnées de la page : {elements}.',
  },
  'description-long': {
    en: 'The description has {characters} characters.',
    fr: 'La description a {characters} caractères.',
  },
  'description-short': {
    en: 'The description has {characters} characters; at least 50 are asked.',
    fr: 'La description a {characters} caractères ; il en faut au moins 50.',
  },
  keywords: { en: 'Keywords are given.', fr: 'Des mots-clés sont donnés.' },
  'keywords-none': { en: 'No keyword is given.', fr: 'Aucun mot-clé n’est donné.' },
  'documents-agree': {
    en: '{good} of {of} metadata documents, read back, have the title and identifier of the record.',
    fr: '{good} documents de métadonnées sur {of}, relus, ont le titre et l’identifiant de la fiche.',
  },
  'data-link-none': {
    en: 'The record gives no address of data.',
    fr: 'La fiche ne donne aucune adresse de données.',
  },
  'data-link-served': {
    en: 'The page names the data for machines: {url}.',
    fr: 'La page désigne les données aux machines : {url}.',
  },
  'data-link-not-served': {
    en: 'The page does not name the addresses of the data for machines.',
    fr: 'La page ne désigne pas aux machines les adresses des données.',
  },
  'data-answers': {
    en: '{url} answers ({status}, {mediaType}).',
    fr: '{url} répond ({status}, {mediaType}).',
  },
  'data-guarded': {
    en: '{url} asks to sign in ({status}).',
    fr: '{url} demande de s’identifier ({status}).',
  },
  'data-page-instead': {
    en: '{url} promises a file, but a web page comes ({status}, {mediaType}).',
    fr: '{url} promet un fichier, mais une page web arrive ({status}, {mediaType}).',
  },
  'data-broken': {
    en: 'Nothing stands at {url} (it answered {status}).',
    fr: 'Rien ne se trouve à {url} (réponse {status}).',
  },
  'data-none-answers': {
    en: 'None of the {links} data links gives data.',
    fr: 'Aucun des {links} liens ne donne de données.',
  },
  embedded: {
    en: 'The page holds JSON-LD that can be read ({type}).',
    fr: 'La page contient du JSON-LD lisible ({type}).',
  },
  'embedded-none': {
    en: 'The page holds no JSON-LD that can be read.',
    fr: 'La page ne contient pas de JSON-LD lisible.',
  },
  documents: {
    en: '{good} of {of} linked metadata documents answer as promised and can be read.',
    fr: '{good} documents de métadonnées liés sur {of} répondent comme promis et se lisent.',
  },
  indexable: { en: 'Robots may keep the page.', fr: 'Les robots peuvent retenir la page.' },
  'not-indexable': {
    en: 'Robots can’t keep the page (status {status}).',
    fr: 'Les robots ne peuvent pas retenir la page (statut {status}).',
  },
  // Accessible.
  'access-not-said': {
    en: 'No standard term says whether the data are open, embargoed or restricted.',
    fr: 'Aucun terme standard ne dit si les données sont ouvertes, sous embargo ou restreintes.',
  },
  'access-said': { en: 'The access right is {term}.', fr: 'Le droit d’accès est {term}.' },
  'access-as-said': {
    en: 'Nothing that was seen contradicts it.',
    fr: 'Rien de ce qui a été vu ne le contredit.',
  },
  'open-but-guarded': {
    en: 'The data are said to be open, but {url} asks to sign in.',
    fr: 'Les données sont dites ouvertes, mais {url} demande de s’identifier.',
  },
  'page-fails': { en: '{url} answered {status}.', fr: '{url} a répondu {status}.' },
  'page-https': { en: '{url} answers over https.', fr: '{url} répond en https.' },
  'page-http': {
    en: '{url} answers over http, without encryption.',
    fr: '{url} répond en http, sans chiffrement.',
  },
  'data-https': { en: '{url} answers over https.', fr: '{url} répond en https.' },
  'data-http': {
    en: '{url} answers, but not over https.',
    fr: '{url} répond, mais pas en https.',
  },
  'login-disguised': {
    en: '{url} answers with success, but gives a page to sign in.',
    fr: '{url} annonce un succès, mais donne une page d’identification.',
  },
  'login-told': { en: '{url} says that one must sign in.', fr: '{url} dit qu’il faut s’identifier.' },
  'no-login-needed': {
    en: '{url} gives the data without asking who comes.',
    fr: '{url} donne les données sans demander qui vient.',
  },
  'original-kept': {
    en: 'The document that the source sent is kept here and can be had.',
    fr: 'Le document envoyé par la source est conservé ici et peut être obtenu.',
  },
  'original-missing': {
    en: 'The document that the source sent can’t be had ({status}).',
    fr: 'Le document envoyé par la source ne peut pas être obtenu ({status}).',
  },
  'cite-as': {
    en: 'The page names {url} as its permanent address.',
    fr: 'La page donne {url} comme adresse permanente.',
  },
  'cite-as-none': {
    en: 'The page names no permanent address.',
    fr: 'La page ne donne pas d’adresse permanente.',
  },
  // Interoperable.
  'rdf-embedded': {
    en: 'The JSON-LD of the page has a context and can be read as RDF.',
    fr: 'Le JSON-LD de la page a un contexte et se lit comme du RDF.',
  },
  'rdf-negotiated': {
    en: 'Who asks for RDF gets it: {types}.',
    fr: 'Qui demande du RDF en reçoit : {types}.',
  },
  'rdf-unreadable': { en: 'The RDF at {url} can’t be read.', fr: 'Le RDF de {url} est illisible.' },
  vocabularies: { en: 'Terms of {names} are used.', fr: 'Des termes de {names} sont employés.' },
  'vocabularies-none': {
    en: 'No term of a vocabulary that the marine sciences share is used.',
    fr: 'Aucun terme d’un vocabulaire partagé par les sciences marines n’est employé.',
  },
  'terms-none': {
    en: 'There is neither a keyword nor a variable.',
    fr: 'Il n’y a ni mot-clé ni variable.',
  },
  'terms-linked': {
    en: '{good} of {of} keywords and variables have an address in a vocabulary; half of them would do.',
    fr: '{good} mots-clés et variables sur {of} ont une adresse dans un vocabulaire ; la moitié suffirait.',
  },
  'parties-linked': {
    en: 'People or organisations have identifiers, such as {url}.',
    fr: 'Des personnes ou organismes ont un identifiant, par exemple {url}.',
  },
  'parties-not-linked': {
    en: 'Nobody is named by an ORCID, ROR, EDMO or other identifier.',
    fr: 'Personne n’est désigné par un ORCID, ROR, EDMO ou autre identifiant.',
  },
  'related-linked': {
    en: 'Related resources are linked, such as {url}.',
    fr: 'Des ressources associées sont liées, par exemple {url}.',
  },
  'related-not-linked': {
    en: 'Related resources are named, but without an address that the page could state.',
    fr: 'Des ressources associées sont nommées, mais sans adresse que la page puisse donner.',
  },
  'related-none': {
    en: 'No related resource is named.',
    fr: 'Aucune ressource associée n’est nommée.',
  },
  // Reusable.
  'type-said': { en: 'The kind of resource is said: {type}.', fr: 'Le type de ressource est dit : {type}.' },
  'type-not-said': {
    en: 'The page does not say what kind of resource this is.',
    fr: 'La page ne dit pas de quel type de ressource il s’agit.',
  },
  'files-none': { en: 'No file is described.', fr: 'Aucun fichier n’est décrit.' },
  'files-described': {
    en: 'Of {of} files, {formats} have a format and {sizes} a size.',
    fr: 'Sur {of} fichiers, {formats} ont un format et {sizes} une taille.',
  },
  'file-as-described': {
    en: '{url} sends what is described.',
    fr: '{url} envoie ce qui est décrit.',
  },
  'file-unlike': {
    en: '{url} is said to be {claimed}, but sends {served} (media type {mediaType}).',
    fr: '{url} est annoncé comme {claimed}, mais envoie {served} (type de média {mediaType}).',
  },
  'file-size-unlike': {
    en: '{url} is said to have {claimed} bytes, but has {served}.',
    fr: '{url} est annoncé à {claimed} octets, mais en a {served}.',
  },
  'file-not-comparable': {
    en: '{url} answers {status} ({mediaType}), but what it should be is not described.',
    fr: '{url} répond {status} ({mediaType}), mais ce qu’il devrait être n’est pas décrit.',
  },
  'variables-none': {
    en: 'No measured variable is described.',
    fr: 'Aucune variable mesurée n’est décrite.',
  },
  variables: {
    en: '{count} variables are described, {units} of them with a unit.',
    fr: '{count} variables sont décrites, dont {units} avec une unité.',
  },
  'licence-none': {
    en: 'The page states no licence for machines.',
    fr: 'La page ne donne aucune licence aux machines.',
  },
  'licence-said': { en: 'The licence is stated: {licence}.', fr: 'La licence est donnée : {licence}.' },
  'licence-standard': {
    en: '{url} is the address of a known licence.',
    fr: '{url} est l’adresse d’une licence connue.',
  },
  'licence-not-standard': {
    en: '“{licence}” is not the address of a licence that machines know.',
    fr: '« {licence} » n’est pas l’adresse d’une licence connue des machines.',
  },
  'licence-well-known': {
    en: 'The licence is known by its name.',
    fr: 'La licence est connue par son nom.',
  },
  'licence-no-address': {
    en: 'The licence has no address at which it could be read.',
    fr: 'La licence n’a pas d’adresse où la lire.',
  },
  'licence-answers': {
    en: '{url} answers ({status}).',
    fr: '{url} répond ({status}).',
  },
  'licence-broken': {
    en: 'Nothing stands at {url} (it answered {status}).',
    fr: 'Rien ne se trouve à {url} (réponse {status}).',
  },
  'provenance-who-when': {
    en: 'Makers and dates are stated for machines.',
    fr: 'Auteurs et dates sont donnés aux machines.',
  },
  'provenance-no-date': {
    en: 'No date of creation, publication or change is stated.',
    fr: 'Aucune date de création, de publication ou de modification n’est donnée.',
  },
  'provenance-no-maker': {
    en: 'Nobody is named as maker or publisher.',
    fr: 'Personne n’est nommé comme auteur ou éditeur.',
  },
  'lineage-none': {
    en: 'Nothing says how the data came about.',
    fr: 'Rien ne dit comment les données ont été obtenues.',
  },
  'lineage-served': {
    en: '{url} tells how the data came about.',
    fr: '{url} dit comment les données ont été obtenues.',
  },
  'lineage-not-served': {
    en: 'The record tells how the data came about, but none of the metadata documents that were read back does.',
    fr: 'La fiche dit comment les données ont été obtenues, mais aucun des documents de métadonnées relus ne le dit.',
  },
  prov: {
    en: '{url} tells the provenance in PROV or PAV.',
    fr: '{url} donne la provenance en PROV ou PAV.',
  },
  'prov-none': {
    en: 'No metadata document tells the provenance in PROV or PAV.',
    fr: 'Aucun document de métadonnées ne donne la provenance en PROV ou PAV.',
  },
  'community-standard': {
    en: '{url} serves the description as {format}.',
    fr: '{url} sert la description en {format}.',
  },
  'generic-standard': {
    en: 'The description is served in general standards only, such as {format}.',
    fr: 'La description n’est servie que dans des standards généraux, tel {format}.',
  },
  'no-standard': {
    en: 'No metadata document of a known standard could be read.',
    fr: 'Aucun document de métadonnées d’un standard connu n’a pu être lu.',
  },
  'format-open': { en: 'Formats of the files: {names}.', fr: 'Formats des fichiers : {names}.' },
  'format-not-open': {
    en: 'None of the formats is open, or none is known: {names}.',
    fr: 'Aucun des formats n’est ouvert, ou aucun n’est connu : {names}.',
  },
  'format-service': {
    en: 'A service of an open standard gives the data: {url}.',
    fr: 'Un service d’un standard ouvert donne les données : {url}.',
  },
  'format-none': {
    en: 'No file or service gives the data.',
    fr: 'Aucun fichier ni service ne donne les données.',
  },
} as const satisfies Record<string, Words>;

export type EvidenceCode = keyof typeof texts;

/** Every code that evidence has. */
export const evidenceCodes: readonly string[] = Object.keys(texts);

/** Why an address gave no answer, by the failure of the fetching client or our own. */
const reasons: Readonly<Record<string, Words>> = {
  'address-refused': {
    en: 'it is not a public address',
    fr: 'ce n’est pas une adresse publique',
  },
  'address-invalid': { en: 'it is no address', fr: 'ce n’est pas une adresse' },
  'reserved-name': {
    en: 'its name is reserved for examples',
    fr: 'son nom est réservé aux exemples',
  },
  'other-protocol': {
    en: 'it is neither http nor https',
    fr: 'ce n’est ni http ni https',
  },
  'host-unknown': { en: 'the name is not known', fr: 'le nom est inconnu' },
  connection: { en: 'the connection failed', fr: 'la connexion a échoué' },
  timeout: { en: 'no answer came in time', fr: 'aucune réponse n’est venue à temps' },
  redirects: { en: 'it leads on without end', fr: 'il renvoie sans fin' },
  busy: { en: 'the server asks to come back later', fr: 'le serveur demande de revenir plus tard' },
  encoding: { en: 'the answer can’t be decoded', fr: 'la réponse ne peut pas être décodée' },
};

/** French sets a blank before some marks; a line must not end there, least of all before a long address. */
function unbroken(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

const others: Record<EvidenceLanguage, (more: number) => string> = {
  en: (more) => (more === 1 ? 'One other link does the same.' : `${more} other links do the same.`),
  fr: (more) => (more === 1 ? 'Un autre lien fait de même.' : `${more} autres liens font de même.`),
};

/**
 * What a piece of evidence says, in a sentence.
 * @returns the code itself for one that is unknown, such as one stored by another version
 */
export function evidenceText(
  { code, values }: { code: string; values: Readonly<Record<string, string | number>> },
  language: EvidenceLanguage,
): string {
  const known: Readonly<Record<string, Words>> = texts;
  const text = known[code]?.[language];
  if (text === undefined) return code;
  const sentence = unbroken(text).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '–';
    return name === 'reason' ? (reasons[value]?.[language] ?? String(value)) : String(value);
  });
  const more = values['more'];
  return more ? `${sentence} ${others[language](Number(more))}` : sentence;
}
