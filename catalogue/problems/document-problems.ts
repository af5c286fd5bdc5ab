import { type ProblemTable, words } from './problem-text.ts';

/** Problems of a document as a whole: its kind, its syntax, its encoding. */
export const documentProblems: ProblemTable = {
  'address-invalid': words(
    [
      'Address with forbidden characters',
      'Encode blanks and other special characters in addresses (a blank is %20).',
    ],
    [
      'Adresse avec caractères interdits',
      'Encodez les espaces et autres caractères spéciaux des adresses (une espace s’écrit %20).',
    ],
  ),
  'address-relative': words(
    [
      'Incomplete address',
      'Write addresses in full, beginning with https://, or state the base address of the document.',
    ],
    [
      'Adresse incomplète',
      'Écrivez les adresses en entier, à partir de https://, ou indiquez l’adresse de base du document.',
    ],
  ),
  'catalogue-empty': words(
    [
      'Catalogue without resources',
      'Check that the address leads to the whole catalogue, and that it lists its datasets.',
    ],
    [
      'Catalogue sans ressource',
      'Vérifiez que l’adresse mène au catalogue entier et qu’il énumère ses jeux de données.',
    ],
  ),
  'context-unknown': words(
    [
      'JSON-LD context unknown',
      'Write the definitions of the context into the document itself: contexts are never fetched.',
    ],
    [
      'Contexte JSON-LD inconnu',
      'Inscrivez les définitions du contexte dans le document même : aucun contexte n’est téléchargé.',
    ],
  ),
  'doctype-refused': words(
    ['DOCTYPE refused', 'Remove the DOCTYPE from the document and write its entities as plain characters.'],
    ['DOCTYPE refusé', 'Retirez le DOCTYPE du document et remplacez ses entités par de simples caractères.'],
  ),
  'document-too-large': words(
    ['Document too large', 'Split the document, or move its bulky parts into linked documents.'],
    [
      'Document trop volumineux',
      'Scindez le document, ou déplacez ses parties volumineuses dans des documents liés.',
    ],
  ),
  'graph-too-large': words(
    ['Too many statements at once', 'Serve the catalogue in pages, or one document per dataset.'],
    ['Trop d’énoncés à la fois', 'Publiez le catalogue par pages, ou un document par jeu de données.'],
  ),
  'encoding-wrong': words(
    [
      'Character encoding wrong',
      'Declare the encoding in which the document is really written; UTF-8 is best.',
    ],
    [
      'Encodage des caractères erroné',
      'Déclarez l’encodage dans lequel le document est réellement écrit ; UTF-8 convient le mieux.',
    ],
  ),
  'format-not-read': words(
    ['Format that is not read', 'Serve the record in another format as well.'],
    ['Format non lu', 'Proposez aussi la fiche dans un autre format.'],
  ),
  'format-unknown': words(
    [
      'Format not recognised',
      'Serve metadata in ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite or schema.org.',
    ],
    [
      'Format non reconnu',
      'Fournissez des métadonnées ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite ou schema.org.',
    ],
  ),
  'html-instead-of-json': words(
    ['Web page instead of JSON', 'Check the address: the server may present an error page as a success.'],
    [
      'Page web au lieu de JSON',
      'Vérifiez l’adresse : le serveur présente peut-être une page d’erreur comme un succès.',
    ],
  ),
  'html-instead-of-rdf': words(
    ['Web page instead of RDF', 'Check the address: the server may present an error page as a success.'],
    [
      'Page web au lieu de RDF',
      'Vérifiez l’adresse : le serveur présente peut-être une page d’erreur comme un succès.',
    ],
  ),
  'html-instead-of-record': words(
    [
      'Web page instead of a record',
      'Check the address: it must lead to the metadata, not to a page about them.',
    ],
    [
      'Page web au lieu d’une fiche',
      'Vérifiez l’adresse : elle doit mener aux métadonnées, non à une page qui en parle.',
    ],
  ),
  'html-instead-of-xml': words(
    ['Web page instead of XML', 'Check the address: the server may present an error page as a success.'],
    [
      'Page web au lieu de XML',
      'Vérifiez l’adresse : le serveur présente peut-être une page d’erreur comme un succès.',
    ],
  ),
  'json-ld-invalid': words(
    ['JSON-LD invalid', 'Check the document with a JSON-LD validator and correct what it finds.'],
    ['JSON-LD non valide', 'Contrôlez le document avec un validateur JSON-LD et corrigez ce qu’il signale.'],
  ),
  'media-type-wrong': words(
    [
      'Media type wrong',
      'Let the server announce the media type of the syntax in which the document is written.',
    ],
    [
      'Type de média erroné',
      'Faites annoncer par le serveur le type de média qui correspond à la syntaxe du document.',
    ],
  ),
  'nested-too-deep': words(
    [
      'Document nested too deep',
      'Check the software that exports the document: no metadata are nested so deep.',
    ],
    [
      'Imbrication trop profonde',
      'Vérifiez le logiciel qui exporte le document : aucune métadonnée n’est imbriquée à ce point.',
    ],
  ),
  'no-resource': words(
    [
      'No resource described',
      'Check the address, and that the document says of which type the resource is that it describes.',
    ],
    [
      'Aucune ressource décrite',
      'Vérifiez l’adresse, et que le document indique le type de la ressource qu’il décrit.',
    ],
  ),
  'not-a-record': words(
    ['Not a metadata record', 'Serve the metadata record itself, in one of the formats that are read.'],
    [
      'Pas une fiche de métadonnées',
      'Fournissez la fiche de métadonnées elle-même, dans l’un des formats lus.',
    ],
  ),
  'not-json-ld': words(
    ['Not JSON-LD', 'Serve a JSON-LD object, or a list of such objects.'],
    ['Pas du JSON-LD', 'Fournissez un objet JSON-LD, ou une liste de tels objets.'],
  ),
  'not-well-formed': words(
    [
      'Document not well-formed',
      'Correct the syntax at the place told; an editor for the format shows the error.',
    ],
    [
      'Document mal formé',
      'Corrigez la syntaxe à l’endroit indiqué ; un éditeur adapté au format montre l’erreur.',
    ],
  ),
  'not-xml': words(
    ['Not XML', 'Check the address: it must lead to an XML document.'],
    ['Pas du XML', 'Vérifiez l’adresse : elle doit mener à un document XML.'],
  ),
  'prefix-undeclared': words(
    ['Namespace prefix not declared', 'Declare the namespace of the prefix on the root element.'],
    ['Préfixe d’espace de noms non déclaré', 'Déclarez l’espace de noms du préfixe sur l’élément racine.'],
  ),
  'problems-repeated': words(
    ['Further problems of one kind', 'Correct the first ones: the others usually have the same cause.'],
    [
      'Autres problèmes du même genre',
      'Corrigez les premiers : les autres ont le plus souvent la même cause.',
    ],
  ),
  'several-resources': words(
    [
      'Several resources in one document',
      'Send one document for each resource, or have the document harvested as a catalogue.',
    ],
    [
      'Plusieurs ressources dans un document',
      'Envoyez un document par ressource, ou faites moissonner le document comme un catalogue.',
    ],
  ),
  'term-unknown': words(
    ['Term without meaning', 'Define the term in the context of the document, or check its spelling.'],
    [
      'Terme sans signification',
      'Définissez le terme dans le contexte du document, ou vérifiez son orthographe.',
    ],
  ),
};
