import type { Phrase } from './phrasebook.ts';

/** Why an address could not be fetched. */
export const fetchingPhrases: readonly Phrase[] = [
  [
    'Only http and https addresses are fetched, not "{}".',
    'Seules des adresses http et https sont demandées, non « {} ».',
  ],
  ['"{}" is not an address that can be fetched.', '« {} » n’est pas une adresse qui puisse être demandée.'],
  ['{} has no address.', '{} n’a pas d’adresse.'],
  [
    '{} is not a public address, so it is not fetched. Allow private addresses for this source if it is meant.',
    '{} n’est pas une adresse publique : elle n’est pas demandée. Autorisez les adresses privées pour cette source si c’est voulu.',
  ],
  [
    'The answer of {} is larger than {} bytes, so it was not read on. Ask for smaller pages or split the document.',
    'La réponse de {} dépasse {} octets : elle n’a pas été lue plus loin. Demandez des pages plus petites ou divisez le document.',
  ],
  ['The answer of {} is compressed {} times over.', 'La réponse de {} est compressée {} fois de suite.'],
  [
    'The answer of {} has the content coding "{}", which nobody asked for.',
    'La réponse de {} a le codage « {} », que personne n’a demandé.',
  ],
  [
    'The answer of {} is not compressed as it says ({}).',
    'La réponse de {} n’est pas compressée comme elle le dit ({}).',
  ],
  ['{} did not finish its answer within {}.', '{} n’a pas fini sa réponse en {}.'],
  ['{} did not accept a connection in time.', '{} n’a pas accepté de connexion à temps.'],
  ['{} did not begin to answer within {}.', '{} n’a pas commencé à répondre en {}.'],
  ['{} fell silent for {} in the middle of its answer.', '{} s’est tu pendant {} au milieu de sa réponse.'],
  [
    "The name {} can't be found ({}). Check the address.",
    'Le nom {} est introuvable ({}). Vérifiez l’adresse.',
  ],
  ['The connection to {} failed: {}.', 'La connexion à {} a échoué : {}.'],
  ['{} redirects more than {} times in a row.', '{} redirige plus de {} fois de suite.'],
  [
    '{} is busy (status {}) and asks to come back in {} s.',
    '{} est occupé (statut {}) et demande de revenir dans {} s.',
  ],
];
