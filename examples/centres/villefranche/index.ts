import type { CentreDefinition } from '../../example-centre.ts';
import { folderServer } from '../../protocols/folder-server.ts';
import { villefrancheFile } from './document.ts';
import { VILLEFRANCHE_RECORDS } from './records.ts';

/** Mediterranean observation: a web-accessible folder where each file has the format of its maker. */
export const VILLEFRANCHE: CentreDefinition = {
  id: 'villefranche',
  name: { en: 'Villefranche observatory (example)', fr: 'Observatoire de Villefranche (exemple)' },
  description: {
    en: 'DYFAMED, Point B, BOUSSOLE, EMSO Ligure, gliders and plankton of the Ligurian Sea.',
    fr: 'DYFAMED, Point B, BOUSSOLE, EMSO Ligure, gliders et plancton de la mer Ligure.',
  },
  homepage: 'https://www.obs-vlfr.fr/',
  contactEmail: 'observation@villefranche.example.org',
  location: { longitude: 7.31, latitude: 43.7 },
  protocol: 'folder',
  entry: '/',
  options: {},
  open(root) {
    return folderServer(new URL(root).pathname, VILLEFRANCHE_RECORDS.map(villefrancheFile));
  },
};
