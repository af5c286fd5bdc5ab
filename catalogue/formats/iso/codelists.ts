import { type CodelistEntry, dateTypes, findCode, roles, topicCategories } from '../../model/index.ts';

/** A codelist of ISO 19115: its name in the schemas and the values that it knows. */
export type Codelist = {
  name: string;
  /** The value that a word means, whatever its case, or `undefined`. */
  find(word: string): string | undefined;
};

const fold = (word: string) => word.toLowerCase().replace(/[\s_-]/g, '');

/** @param values separated by blanks; `old=new` where an older edition had another word */
function codelist(name: string, values: string): Codelist {
  const known = new Map<string, string>();
  for (const value of values.split(/\s+/)) {
    const [word = '', meaning = word] = value.split('=');
    known.set(fold(word), meaning);
  }
  return remembering(name, (word) => known.get(fold(word)));
}

/** Documents use the same words again and again. */
function remembering(name: string, find: (word: string) => string | undefined): Codelist {
  const found = new Map<string, string | undefined>();
  return {
    name,
    find(word) {
      const known = found.get(word);
      if (known !== undefined || found.has(word)) return known;
      const meaning = find(word);
      if (found.size > 1000) found.clear();
      found.set(word, meaning);
      return meaning;
    },
  };
}

/** A codelist that the model holds with its names in other standards. */
function modelled(name: string, entries: readonly CodelistEntry[]): Codelist {
  return remembering(name, (word) => findCode(entries, word)?.value);
}

/** Values of ISO 19115:2003, 19115-1 and 19115-2 together: documents mix the editions. */
export const codelists = {
  role: modelled('CI_RoleCode', roles),
  dateType: modelled('CI_DateTypeCode', dateTypes),
  topicCategory: modelled('MD_TopicCategoryCode', topicCategories),
  progress: codelist(
    'MD_ProgressCode',
    'completed historicalArchive obsolete onGoing planned required underDevelopment final pending retired superseded tentative valid accepted notAccepted withdrawn proposed deprecated',
  ),
  keywordType: codelist(
    'MD_KeywordTypeCode',
    'discipline place stratum temporal theme dataCentre featureType instrument platform process project service product subTopicCategory taxon taxonomy=taxon dataCenter=dataCentre',
  ),
  restriction: codelist(
    'MD_RestrictionCode',
    'copyright patent patentPending trademark license licence=license intellectualPropertyRights restricted otherRestrictions otherRestictions=otherRestrictions unrestricted licenceUnrestricted licenceEndUser licenceDistributor private statutory confidential SBU=sensitiveButUnclassified sensitiveButUnclassified in-confidence',
  ),
  classification: codelist(
    'MD_ClassificationCode',
    'unclassified restricted confidential secret topSecret SBU=sensitiveButUnclassified sensitiveButUnclassified forOfficialUseOnly protected limitedDistribution',
  ),
  maintenanceFrequency: codelist(
    'MD_MaintenanceFrequencyCode',
    'continual daily weekly fortnightly monthly quarterly biannually annually asNeeded irregular notPlanned unknown periodic semimonthly biennially',
  ),
  spatialRepresentation: codelist(
    'MD_SpatialRepresentationTypeCode',
    'vector grid textTable tin stereoModel video point',
  ),
  presentationForm: codelist(
    'CI_PresentationFormCode',
    'documentDigital documentHardcopy imageDigital imageHardcopy mapDigital mapHardcopy modelDigital modelHardcopy profileDigital profileHardcopy tableDigital tableHardcopy videoDigital videoHardcopy audioDigital audioHardcopy multimediaDigital multimediaHardcopy physicalObject=physicalSample physicalSample diagramDigital diagramHardcopy',
  ),
  onlineFunction: codelist(
    'CI_OnLineFunctionCode',
    'download information offlineAccess order search completeMetadata browseGraphic browsing upload emailService fileAccess',
  ),
  characterSet: codelist(
    'MD_CharacterSetCode',
    'ucs2 ucs4 utf7 utf8 UTF-8=utf8 utf16 8859part1 ISO-8859-1=8859part1 8859part2 8859part3 8859part4 8859part5 8859part6 8859part7 8859part8 8859part9 8859part10 8859part11 8859part13 8859part14 8859part15 8859part16 jis shiftJIS eucJP usAscii ebcdic eucKR big5 GB2312',
  ),
  association: codelist(
    'DS_AssociationTypeCode',
    'crossReference largerWorkCitation partOfSeamlessDatabase source stereoMate isComposedOf collectiveTitle series dependency revisionOf',
  ),
  initiative: codelist(
    'DS_InitiativeTypeCode',
    'campaign collection exercise experiment investigation mission sensor operation platform process program programme=program project study task trial',
  ),
  scope: codelist(
    'MD_ScopeCode',
    'attribute attributeType collectionHardware collectionSession dataset series nonGeographicDataset dimensionGroup feature featureType propertyType fieldSession software service model tile initiative stereomate sensor platformSeries sensorSeries productionSeries transferAggregate otherAggregate metadata sample document repository aggregate product collection coverage application',
  ),
  coupling: codelist('SV_CouplingType', 'loose mixed tight'),
  telephoneType: codelist('CI_TelephoneTypeCode', 'voice facsimile fax=facsimile sms'),
  evaluationType: codelist('DQ_EvaluationMethodTypeCode', 'directInternal directExternal indirect'),
  dimensionName: codelist(
    'MD_DimensionNameTypeCode',
    'row column vertical track crossTrack line sample time',
  ),
  cellGeometry: codelist('MD_CellGeometryCode', 'point area voxel stratum'),
  pixelOrientation: codelist(
    'MD_PixelOrientationCode',
    'center centre=center lowerLeft lowerRight upperRight upperLeft',
  ),
  topologyLevel: codelist(
    'MD_TopologyLevelCode',
    'geometryOnly topology1D planarGraph fullPlanarGraph surfaceGraph fullSurfaceGraph topology3D fullTopology3D abstract',
  ),
  geometricObject: codelist(
    'MD_GeometricObjectTypeCode',
    'complex composite curve point solid surface complexes=complex composites=composite',
  ),
  contentType: codelist(
    'MD_CoverageContentTypeCode',
    'image thematicClassification physicalMeasurement auxiliaryInformation auxilliaryInformation=auxiliaryInformation qualityInformation referenceInformation modelResult coordinate',
  ),
  imagingCondition: codelist(
    'MD_ImagingConditionCode',
    'blurredImage cloud degradingObliquity fog heavySmokeOrDust night rain semiDarkness shadow snow terrainMasking',
  ),
  mediumName: codelist(
    'MD_MediumNameCode',
    'cdRom dvd dvdRom 3halfInchFloppy 5quarterInchFloppy 7trackTape 9trackTape 3480Cartridge 3490Cartridge 3580Cartridge 4mmCartridgeTape 8mmCartridgeTape 1quarterInchCartridgeTape digitalLinearTape onLine satellite telephoneLink hardcopy hardcopyDiazoPolyester08 hardcopyCardMicrofilm hardcopyMicrofilm240 hardcopyMicrofilm35 hardcopyMicrofilm70 hardcopyMicrofilmGeneral hardcopyMicrofilmMicrofiche hardcopyNegativePhoto hardcopyPaper hardcopyDiazo hardcopyPhoto hardcopyTracedPaper hardDisk USBFlashDrive',
  ),
  mediumFormat: codelist(
    'MD_MediumFormatCode',
    'cpio tar highSierra iso9660 iso9660RockRidge iso9660AppleHFS udf',
  ),
  referenceSystemType: codelist(
    'MD_ReferenceSystemTypeCode',
    'compoundEngineeringParametric compoundEngineeringParametricTemporal compoundEngineeringTemporal compoundEngineeringVertical compoundEngineeringVerticalTemporal compoundGeographic2DParametric compoundGeographic2DParametricTemporal compoundGeographic2DTemporal compoundGeographic2DVertical compoundGeographic2DVerticalTemporal compoundGeographic3DTemporal compoundProjected2DParametric compoundProjected2DParametricTemporal compoundProjectedTemporal compoundProjectedVertical compoundProjectedVerticalTemporal engineering engineeringDesign engineeringImage geodeticGeocentric geodeticGeographic2D geodeticGeographic3D geographicIdentifier linear parametric projected temporal vertical',
  ),
  operationType: codelist('MI_OperationTypeCode', 'real simulated synthesized'),
  distributedPlatform: codelist('DCPList', 'XML CORBA JAVA COM SQL WebServices SOAP Z3950 HTTP FTP REST'),
} as const satisfies Record<string, Codelist>;
