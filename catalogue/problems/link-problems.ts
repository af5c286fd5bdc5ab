import { type ProblemTable, words } from './problem-text.ts';

/** Problems of the addresses that records name, as they answer when they are asked. */
export const linkProblems: ProblemTable = {
  'link-broken': words(
    [
      'Broken link',
      'Correct the address in the record, or take the link out; old addresses are best redirected to the new ones.',
    ],
    [
      'Lien rompu',
      'Corrigez l’adresse dans la fiche, ou retirez le lien ; redirigez de préférence les anciennes adresses vers les nouvelles.',
    ],
  ),
  'link-moved': words(
    [
      'Link moved for good',
      'Write the new address in the record: one day the old one will not be redirected any more.',
    ],
    [
      'Lien déplacé définitivement',
      'Écrivez la nouvelle adresse dans la fiche : un jour l’ancienne ne sera plus redirigée.',
    ],
  ),
  'link-private': words(
    ['Link into a private network', 'Give an address that can be reached from everywhere.'],
    ['Lien vers un réseau privé', 'Donnez une adresse joignable de partout.'],
  ),
  'link-restricted': words(
    [
      'Link asks who comes',
      'Say in the record who may have the data and how to ask for them; if everybody may, open the address.',
    ],
    [
      'Lien à accès restreint',
      'Dites dans la fiche qui peut obtenir les données et comment les demander ; si tous le peuvent, ouvrez l’adresse.',
    ],
  ),
  'link-server-error': words(
    [
      'Server fails at a link',
      'Look into the log of the server at this address; it fails whenever it is asked.',
    ],
    [
      'Erreur du serveur sur un lien',
      'Consultez le journal du serveur à cette adresse ; il échoue à chaque demande.',
    ],
  ),
  'link-timeout': words(
    ['Link gives no answer in time', 'Check the server at this address: it should answer within seconds.'],
    [
      'Lien sans réponse à temps',
      'Vérifiez le serveur à cette adresse : il devrait répondre en quelques secondes.',
    ],
  ),
  'link-unreachable': words(
    [
      'Server of a link unreachable',
      'Check the name of the server in the link, and that it can be reached from outside.',
    ],
    [
      'Serveur d’un lien injoignable',
      'Vérifiez le nom du serveur dans le lien, et qu’il est joignable de l’extérieur.',
    ],
  ),
};
