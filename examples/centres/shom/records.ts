import { ETALAB, type Facts, type Link, type LinkKind, type Party } from '../../documents/facts.ts';
import { free, gemet, inspire, networks, places } from '../../documents/vocabulary.ts';

const SHOM: Party = {
  organisation: 'Shom',
  role: 'owner',
  edmo: 540,
};
const CONTACT: Party = {
  organisation: 'Shom - Service hydrographique et océanographique de la Marine',
  role: 'pointOfContact',
  email: 'bureau.prestations@shom.example.org',
};
const PARTIES = [SHOM, CONTACT, { ...CONTACT, role: 'distributor' }] as const;

function page(path: string): Link {
  return { kind: 'landing', url: `https://diffusion.shom.example.org/${path}`, name: 'Espace de diffusion' };
}

function link(kind: LinkKind, url: string, name: string, layer?: string): Link {
  return { kind, url, name, ...(layer !== undefined && { layer }) };
}

const WMS = 'https://services.data.shom.example.org/INSPIRE/wms/r?service=WMS&request=GetCapabilities';
const WFS = 'https://services.data.shom.example.org/INSPIRE/wfs?service=WFS&request=GetCapabilities';

/** Thirteen resources of hydrography; two of them bear the same identifier. */
export const SHOM_RECORDS: readonly Facts[] = [
  {
    id: 'SHOM_REFMAR_RONIM.xml',
    updated: '2024-10-14T09:00:00Z',
    title: { fr: "Hauteurs d'eau des observatoires du niveau de la mer (réseau RONIM, REFMAR)" },
    abstract: {
      fr: "Hauteurs d'eau mesurées par les marégraphes côtiers numériques du réseau RONIM et de ses partenaires, en métropole et outre-mer : Brest, Saint-Nazaire, Le Havre, Marseille, Nice, Fort-de-France, Pointe-à-Pitre, Nouméa, Papeete, Dzaoudzi… Le télémètre radar de chaque observatoire mesure la distance à la surface toutes les secondes ; les valeurs à une et dix minutes sont transmises en temps réel, puis validées en valeurs horaires. Les hauteurs sont rapportées au zéro hydrographique. Ces observations servent à l'alerte aux tsunamis, à la vigilance vagues-submersion et au suivi de l'élévation du niveau moyen.",
    },
    published: '2010-06-01',
    revised: '2024-10-01',
    parties: PARTIES,
    keywords: [
      inspire('ef', 'of'),
      gemet(7513, 8480, 7514),
      networks('RONIM', 'REFMAR', 'SONEL'),
      free({ fr: 'marégraphe' }, { fr: 'submersion marine' }, { fr: 'données ouvertes' }),
    ],
    place: { fr: 'France métropolitaine et outre-mer' },
    box: [-178, 168, -23, 51.2],
    period: { begin: '1992-01-01' },
    frequency: 'continual',
    lineage: {
      fr: 'Mesures radar contrôlées chaque mois par un niveau de référence, dépouillées puis validées par le Shom.',
    },
    licence: ETALAB,
    format: { name: 'ASCII' },
    links: [
      page('donnees/maregraphie'),
      link('download', 'https://data.shom.example.org/maregraphie/ronim.zip', 'Archive'),
      link('wfs', WFS, 'WFS', 'REFMAR:observatoires'),
    ],
  },
  {
    id: 'SHOM_MAREGRAPHE_BREST.xml',
    updated: '2023-11-30T15:20:00Z',
    title: { fr: 'Hauteurs d’eau horaires du marégraphe de Brest depuis 1846' },
    abstract: {
      fr: "Série horaire du niveau de la mer à Brest, l'une des plus longues du monde, mesurée par marégraphe à flotteur à partir de 1846 puis par télémètre acoustique et radar. Les registres anciens, numérisés et contrôlés, ont été rattachés au zéro hydrographique actuel par nivellement du puits de Penfeld. L'interruption de 1944 à 1952 tient à la destruction de l'observatoire. La tendance, voisine de 1,3 mm par an depuis 1900, fonde les études de l'élévation séculaire du niveau de la mer et l'analyse harmonique de la marée.",
    },
    published: '2006-01-01',
    parties: PARTIES,
    keywords: [
      inspire('ef'),
      gemet(7513, 7514, 8480, 1471),
      networks('RONIM', 'SONEL'),
      places({ fr: 'Brest' }, { fr: 'Penfeld' }),
    ],
    place: { fr: 'Brest' },
    box: [-4.495, -4.495, 48.383, 48.383],
    period: { begin: '1846-01-04' },
    frequency: 'annually',
    licence: ETALAB,
    format: { name: 'ASCII' },
    links: [
      page('donnees/maregraphie/brest'),
      link('download', 'https://data.shom.example.org/maregraphie/brest_horaire.txt', 'Série horaire'),
    ],
  },
  {
    id: 'MNT_ATL100m_HOMONIM_WGS84_ZNEG.xml',
    updated: '2022-09-12T08:00:00Z',
    title: { fr: 'MNT bathymétrique de façade Atlantique à 0,001° (environ 100 m), projet HOMONIM' },
    alternateTitle: 'MNT_ATL100m_HOMONIM',
    abstract: {
      fr: "Modèle numérique de terrain bathymétrique du golfe de Gascogne et de la Manche, des côtes jusqu'au talus continental, à la résolution de 0,001°. Il est calculé par krigeage à partir des levés bathymétriques du Shom, des levés lidar Litto3D, des cartes marines et des grilles EMODnet au large. Deux versions sont offertes, rapportées au zéro hydrographique et au niveau moyen. Conçu pour la modélisation des surcotes et des vagues dans le cadre de la vigilance vagues-submersion ; il ne doit pas servir à la navigation.",
    },
    published: '2015-03-02',
    revised: '2015-11-16',
    parties: PARTIES,
    keywords: [
      inspire('el'),
      gemet(7497, 4858),
      free({ fr: 'bathymétrie' }, { fr: 'MNT' }, { fr: 'HOMONIM' }, { fr: 'surcote' }),
    ],
    topics: ['elevation', 'oceans'],
    representation: 'grid',
    resolution: { value: 100, unit: 'm' },
    place: { fr: 'Golfe de Gascogne et Manche' },
    polygon: [
      [-11, 43],
      [-1, 43],
      [-0.5, 46],
      [2, 50],
      [2, 51.5],
      [-6, 51.5],
      [-11, 48],
      [-11, 43],
    ],
    box: [-11, 2, 43, 51.5],
    depths: { top: 0, bottom: 5100 },
    licence: ETALAB,
    format: { name: 'NetCDF' },
    links: [
      page('mnt/atlantique'),
      link('download', 'https://data.shom.example.org/mnt/MNT_ATL100m_HOMONIM.7z', 'Grille'),
      link('wms', WMS, 'WMS', 'MNT_ATL100m_HOMONIM'),
    ],
  },
  {
    id: 'MNT_GDL-CA_HOMONIM.xml',
    updated: '2022-09-12T08:30:00Z',
    title: { fr: "MNT bathymétrique du golfe du Lion et de la Côte d'Azur à 0,001°, projet HOMONIM" },
    abstract: {
      fr: "Grille bathymétrique à environ 100 m du golfe du Lion, de la Provence et de la Côte d'Azur, du trait de côte aux canyons du talus : Cap de Creus, Lacaze-Duthiers, Grand-Rhône, Cassidaigne, Var. Sources : levés multifaisceaux du Shom et de l'Ifremer, lidar aéroporté Litto3D, cartes marines. La profondeur est rapportée au niveau moyen de la mer.",
    },
    published: '2015-10-01',
    parties: PARTIES,
    keywords: [inspire('el'), gemet(7497), free({ fr: 'bathymétrie' }, { fr: 'canyon sous-marin' })],
    topics: ['elevation'],
    representation: 'grid',
    resolution: { value: 100, unit: 'm' },
    box: [3, 9.9, 41.2, 44.6],
    depths: { top: 0, bottom: 2700 },
    licence: ETALAB,
    format: { name: 'NetCDF' },
    links: [page('mnt/mediterranee'), link('wms', WMS, 'WMS', 'MNT_GDL_CA_HOMONIM')],
  },
  {
    id: 'LITTO3D_FINISTERE_2014.xml',
    updated: '2021-01-18T10:40:00Z',
    title: { fr: 'Litto3D® Finistère : modèle altimétrique continu terre-mer' },
    abstract: {
      fr: "Modèle numérique de terrain continu de la bande littorale du Finistère, obtenu par lidar aéroporté topographique et bathymétrique et par sondeur multifaisceau, du Shom et de l'IGN. Il couvre la mer jusqu'à 10 m de fond ou 6 milles et la terre jusqu'à 10 m d'altitude, à un mètre de résolution, avec une précision verticale de 20 cm à terre et 50 cm en mer. Il sert à la prévention des submersions, à l'étude de l'érosion et à la cartographie des herbiers et des laminaires.",
    },
    published: '2014-12-01',
    parties: [...PARTIES, { organisation: 'IGN', role: 'owner' }],
    keywords: [
      inspire('el', 'nz'),
      gemet(4858, 1519),
      networks('DYNALIT'),
      free({ fr: 'lidar' }, { fr: 'Litto3D' }, { fr: 'trait de côte' }),
    ],
    topics: ['elevation', 'geoscientificInformation'],
    representation: 'grid',
    resolution: { value: 1, unit: 'm' },
    place: { fr: 'Finistère' },
    box: [-5.2, -3.3, 47.6, 48.8],
    period: { begin: '2012-09-01', end: '2014-06-30' },
    licence: ETALAB,
    format: { name: 'ASC' },
    links: [
      page('litto3d/finistere-2014'),
      link('download', 'https://data.shom.example.org/litto3d/finistere.7z', 'Dalles'),
      link('wms', WMS, 'WMS', 'LITTO3D_FINISTERE_2014'),
    ],
  },
  {
    id: 'COURANTS_2D_MANCHE_OUEST.xml',
    updated: '2019-05-06T07:45:00Z',
    title: { fr: 'Courants de marée 2D de la Manche occidentale et de la mer d’Iroise' },
    abstract: {
      fr: "Vitesse et direction des courants de marée moyens sur la verticale, pour des coefficients de 45 et 95 et pour chaque heure de la marée rapportée à la pleine mer de Brest. Les champs, issus de modèles numériques à 250 m validés par des courantomètres, montrent le Fromveur et le raz de Sein où le courant dépasse 4 m/s, et le raz Blanchard. Ils sont destinés à la préparation des navigations, aux études d'hydroliennes et à la recherche en mer.",
    },
    published: '2013-02-04',
    parties: PARTIES,
    keywords: [
      inspire('of'),
      gemet(5792, 8480),
      free({ fr: 'courant de marée' }, { fr: 'énergie hydrolienne' }),
    ],
    representation: 'grid',
    resolution: { value: 250, unit: 'm' },
    box: [-1.3, -6.3, 47.4, 50.2],
    licence: ETALAB,
    format: { name: 'Shapefile' },
    links: [page('courants/manche-ouest'), link('wfs', WFS, 'WFS', 'COURANTS2D:manche_ouest')],
  },
  {
    id: 'RAM_REFERENCES_ALTIMETRIQUES.xml',
    updated: '2024-02-20T09:10:00Z',
    title: { fr: 'Références altimétriques maritimes (RAM) : ports de France métropolitaine et outre-mer' },
    abstract: {
      fr: "Cotes du zéro hydrographique et niveaux caractéristiques de la marée (plus hautes et plus basses mers astronomiques, pleines et basses mers de vive-eau et de morte-eau, niveau moyen) pour plus de mille ports et sites, rapportées aux références verticales terrestres et à l'ellipsoïde. L'ouvrage est mis à jour chaque année et rattache les travaux hydrographiques aux systèmes IGN69, NGF et locaux d'outre-mer.",
    },
    published: '2005-01-01',
    revised: '2024-02-01',
    edition: '2024',
    parties: PARTIES,
    keywords: [
      inspire('of'),
      gemet(8480, 7513),
      free({ fr: 'zéro hydrographique' }, { fr: 'niveau de référence' }),
    ],
    representation: 'textTable',
    box: [-178, 168, -53, 51.2],
    frequency: 'annually',
    licence: ETALAB,
    format: { name: 'PDF' },
    links: [
      page('references-verticales/ram'),
      link('document', 'https://data.shom.example.org/ram/RAM_2024.pdf', 'Ouvrage'),
    ],
  },
  {
    id: 'SEDIM_NATURE_DES_FONDS.xml',
    updated: '2021-06-15T14:00:00Z',
    title: { fr: 'Carte sédimentologique mondiale : nature des fonds' },
    abstract: {
      fr: "Synthèse mondiale de la nature des fonds marins : roche, cailloutis, graviers, sables, vases, coraux et leurs mélanges, en polygones issus des cartes imprimées, de prélèvements, de l'imagerie acoustique et de la littérature. Sur les côtes de France, la précision va de 1/50 000 à 1/500 000. Sert à la chasse aux mines, à l'acoustique sous-marine, aux habitats benthiques et à la pêche.",
    },
    published: '2021-06-01',
    parties: PARTIES,
    keywords: [inspire('of', 'hb'), gemet(5049, 7497, 775), free({ fr: 'sédimentologie' })],
    topics: ['oceans', 'geoscientificInformation'],
    representation: 'vector',
    box: [-180, 180, -80, 84],
    licence: ETALAB,
    format: { name: 'Shapefile' },
    links: [page('sedimentologie'), link('wms', WMS, 'WMS', 'NATURES_FOND_MONDE')],
  },
  {
    id: 'SEDIM_NATURE_DES_FONDS.xml',
    updated: '2021-06-16T10:00:00Z',
    title: { fr: 'Carte sédimentologique de la Manche au 1/500 000 : nature des fonds' },
    abstract: {
      fr: 'Extrait détaillé, pour la Manche, de la synthèse de la nature des fonds : sables coquilliers, dunes hydrauliques, cailloutis de la Manche centrale, vases de la baie de Seine. Échelle de 1/500 000 au large, 1/50 000 près des côtes.',
    },
    published: '2014-05-01',
    parties: PARTIES,
    keywords: [inspire('of'), gemet(5049), free({ fr: 'sédimentologie' }, { fr: 'Manche' })],
    topics: ['oceans'],
    representation: 'vector',
    box: [-6, 2.5, 48.3, 51.2],
    licence: ETALAB,
    format: { name: 'Shapefile' },
    links: [page('sedimentologie/manche')],
  },
  {
    id: 'RADARS_HF_IROISE.xml',
    updated: '2018-03-01T16:30:00Z',
    title: { fr: 'Courants de surface mesurés par les radars haute fréquence de la mer d’Iroise' },
    abstract: {
      fr: "Deux radars haute fréquence WERA, à la pointe de Garchine et à Brézellec, mesurent depuis 2006 le courant de surface de la mer d'Iroise jusqu'à 140 km au large, à 1,5 km de résolution, toutes les vingt minutes. Les vitesses radiales sont combinées en champs de vecteurs. On y suit la marée, le front d'Ouessant et la dérive des nappes d'hydrocarbures.",
    },
    created: '2009-06',
    published: 'unknown',
    parties: PARTIES,
    keywords: [
      inspire('of', 'ef'),
      gemet(5792),
      networks('ILICO'),
      free({ fr: 'radar HF' }, { fr: 'front d’Ouessant' }),
    ],
    representation: 'grid',
    resolution: { value: 1.5, unit: 'km' },
    box: [-6.8, -4.4, 47.6, 49],
    period: { begin: '2006-07' },
    licence: ETALAB,
    format: { name: 'NetCDF' },
    links: [
      page('courants/radars-iroise'),
      link('opendap', 'https://thredds.shom.example.org/thredds/dodsC/radars/iroise', 'OPeNDAP'),
    ],
  },
  {
    id: 'DELIMITATIONS_MARITIMES.xml',
    updated: '2024-07-03T11:55:00Z',
    title: { fr: 'Délimitations maritimes des espaces sous souveraineté ou juridiction française' },
    abstract: {},
    published: '2017-04-01',
    revised: '2024-07-01',
    parties: PARTIES,
    keywords: [
      inspire('sr'),
      free({ fr: 'mer territoriale' }, { fr: 'zone économique exclusive' }, { fr: 'ligne de base' }),
    ],
    topics: ['boundaries', 'oceans'],
    representation: 'vector',
    box: [-180, 180, -65, 52],
    licence: ETALAB,
    format: { name: 'GML', version: '3.2' },
    links: [page('delimitations'), link('wfs', WFS, 'WFS', 'DELMAR:zee')],
  },
  {
    id: 'EPAVES_OBSTRUCTIONS.xml',
    updated: '2020-12-08T13:05:00Z',
    title: { fr: 'Épaves et obstructions' },
    abstract: {
      fr: "Position, profondeur et description des épaves et obstructions connues dans les eaux françaises et leurs abords : navires, aéronefs, récifs artificiels, roches isolées, corps-morts. Chaque objet porte la date et le moyen de sa détection (sonar latéral, sondeur multifaisceau, plongée) et l'état de son contrôle. Ces données ne remplacent pas les documents nautiques.",
    },
    published: '2012-01-01',
    parties: PARTIES,
    keywords: [inspire('of', 'tn'), free({ fr: 'épave' }, { fr: 'sécurité de la navigation' })],
    topics: ['oceans', 'transportation'],
    representation: 'vector',
    box: [-8, 10, 41, 51.5],
    licence: {
      name: {
        fr: "Utilisation libre sous réserve de mentionner la source « Shom » et l'année de production ; toute réutilisation commerciale est soumise à autorisation écrite.",
      },
    },
    format: { name: 'CSV' },
    links: [page('epaves'), link('download', 'https://data.shom.example.org/epaves/epaves.csv', 'Table')],
  },
  {
    id: 'SERVICE_WMS_RASTER_INSPIRE.xml',
    updated: '2024-01-05T08:15:00Z',
    scope: 'service',
    title: { fr: 'Service de visualisation WMS des données matricielles du Shom' },
    abstract: {
      fr: 'Service de consultation conforme à INSPIRE et à WMS 1.3.0 : il dessine les modèles numériques de terrain bathymétriques, Litto3D, les cartes marines simplifiées et la nature des fonds. Projections : WGS 84 et Mercator. Formats : PNG et JPEG.',
    },
    published: '2012-10-01',
    revised: '2024-01-02',
    parties: PARTIES,
    keywords: [
      {
        type: 'theme',
        thesaurus: { title: 'Règlement (CE) n° 1205/2008', date: '2008-12-03', facet: 'theme' },
        concepts: [{ fr: 'infoMapAccessService' }],
      },
      inspire('el', 'of'),
    ],
    box: [-180, 180, -80, 84],
    licence: ETALAB,
    links: [link('wms', WMS, 'Capacités du service')],
    service: {
      type: 'view',
      version: '1.3.0',
      operatesOn: [
        'MNT_ATL100m_HOMONIM_WGS84_ZNEG.xml',
        'MNT_GDL-CA_HOMONIM.xml',
        'LITTO3D_FINISTERE_2014.xml',
      ],
    },
  },
];
