/** Where ISO/TS 19139 (gmd) and ISO 19115-3 (mdb) say what a path of the model means, as XPath. */
type IsoPlaces = Readonly<Record<string, readonly [gmd: string, mdb: string]>>;

const gmd = '/gmd:MD_Metadata';
const mdb = '/mdb:MD_Metadata';
const gmdResource = `${gmd}/gmd:identificationInfo/*`;
const mdbResource = `${mdb}/mdb:identificationInfo/*`;
const gmdCitation = `${gmdResource}/gmd:citation/gmd:CI_Citation`;
const mdbCitation = `${mdbResource}/mri:citation/cit:CI_Citation`;
const gmdExtent = `${gmdResource}/gmd:extent/gmd:EX_Extent`;
const mdbExtent = `${mdbResource}/mri:extent/gex:EX_Extent`;
const gmdConstraints = `${gmdResource}/gmd:resourceConstraints/gmd:MD_LegalConstraints`;
const mdbConstraints = `${mdbResource}/mri:resourceConstraints/mco:MD_LegalConstraints`;
const gmdConformity = `${gmd}/gmd:dataQualityInfo/gmd:DQ_DataQuality/gmd:report`;
const mdbConformity = `${mdb}/mdb:dataQualityInfo/mdq:DQ_DataQuality/mdq:report`;
const gmdDistribution = `${gmd}/gmd:distributionInfo/gmd:MD_Distribution`;
const mdbDistribution = `${mdb}/mdb:distributionInfo/mrd:MD_Distribution`;
const gmdVariables = `${gmd}/gmd:contentInfo/gmd:MD_CoverageDescription/gmd:dimension`;
const mdbVariables = `${mdb}/mdb:contentInfo/mrc:MD_CoverageDescription/mrc:attributeGroup/mrc:MD_AttributeGroup/mrc:attribute`;
const gmiAcquisition = '/gmi:MI_Metadata/gmi:acquisitionInformation/gmi:MI_AcquisitionInformation';
const mdbAcquisition = `${mdb}/mdb:acquisitionInformation/mac:MI_AcquisitionInformation`;

export const isoPlaces: IsoPlaces = {
  metadataIdentifier: [
    `${gmd}/gmd:fileIdentifier`,
    `${mdb}/mdb:metadataIdentifier/mcc:MD_Identifier/mcc:code`,
  ],
  language: [`${gmd}/gmd:language`, `${mdb}/mdb:defaultLocale/lan:PT_Locale/lan:language`],
  datestamp: [`${gmd}/gmd:dateStamp`, `${mdb}/mdb:dateInfo/cit:CI_Date`],
  metadataContacts: [`${gmd}/gmd:contact`, `${mdb}/mdb:contact`],
  'resource.type': [
    `${gmd}/gmd:hierarchyLevel`,
    `${mdb}/mdb:metadataScope/mdb:MD_MetadataScope/mdb:resourceScope`,
  ],
  'resource.titles': [`${gmdCitation}/gmd:title`, `${mdbCitation}/cit:title`],
  'resource.identifiers': [`${gmdCitation}/gmd:identifier`, `${mdbCitation}/cit:identifier`],
  'resource.dates': [`${gmdCitation}/gmd:date`, `${mdbCitation}/cit:date`],
  'resource.edition': [`${gmdCitation}/gmd:edition`, `${mdbCitation}/cit:edition`],
  'resource.abstracts': [`${gmdResource}/gmd:abstract`, `${mdbResource}/mri:abstract`],
  'resource.responsibilities': [`${gmdResource}/gmd:pointOfContact`, `${mdbResource}/mri:pointOfContact`],
  'resource.keywords': [`${gmdResource}/gmd:descriptiveKeywords`, `${mdbResource}/mri:descriptiveKeywords`],
  'resource.languages': [`${gmdResource}/gmd:language`, `${mdbResource}/mri:defaultLocale`],
  'resource.topicCategories': [`${gmdResource}/gmd:topicCategory`, `${mdbResource}/mri:topicCategory`],
  'resource.spatialExtents': [`${gmdExtent}/gmd:geographicElement`, `${mdbExtent}/gex:geographicElement`],
  'resource.temporalExtents': [`${gmdExtent}/gmd:temporalElement`, `${mdbExtent}/gex:temporalElement`],
  'resource.verticalExtents': [`${gmdExtent}/gmd:verticalElement`, `${mdbExtent}/gex:verticalElement`],
  'resource.referenceSystems': [`${gmd}/gmd:referenceSystemInfo`, `${mdb}/mdb:referenceSystemInfo`],
  'resource.spatialRepresentations': [
    `${gmdResource}/gmd:spatialRepresentationType`,
    `${mdbResource}/mri:spatialRepresentationType`,
  ],
  'resource.spatialResolutions': [
    `${gmdResource}/gmd:spatialResolution`,
    `${mdbResource}/mri:spatialResolution`,
  ],
  'resource.constraints': [
    `${gmdResource}/gmd:resourceConstraints`,
    `${mdbResource}/mri:resourceConstraints`,
  ],
  'resource.constraints.accessConstraints': [
    `${gmdConstraints}/gmd:accessConstraints`,
    `${mdbConstraints}/mco:accessConstraints`,
  ],
  'resource.constraints.useConstraints': [
    `${gmdConstraints}/gmd:useConstraints`,
    `${mdbConstraints}/mco:useConstraints`,
  ],
  'resource.constraints.otherConstraints': [
    `${gmdConstraints}/gmd:otherConstraints`,
    `${mdbConstraints}/mco:otherConstraints`,
  ],
  'resource.licences': [`${gmdConstraints}/gmd:otherConstraints`, `${mdbConstraints}/mco:otherConstraints`],
  'resource.accessRight': [
    `${gmdConstraints}/gmd:accessConstraints`,
    `${mdbConstraints}/mco:accessConstraints`,
  ],
  'resource.lineage': [
    `${gmd}/gmd:dataQualityInfo/gmd:DQ_DataQuality/gmd:lineage/gmd:LI_Lineage/gmd:statement`,
    `${mdb}/mdb:resourceLineage/mrl:LI_Lineage/mrl:statement`,
  ],
  'resource.methods': [
    `${gmd}/gmd:dataQualityInfo/gmd:DQ_DataQuality/gmd:lineage/gmd:LI_Lineage/gmd:processStep`,
    `${mdb}/mdb:resourceLineage/mrl:LI_Lineage/mrl:processStep`,
  ],
  'resource.quality': [gmdConformity, mdbConformity],
  'resource.quality.specification': [
    `${gmdConformity}/gmd:DQ_DomainConsistency/gmd:result/gmd:DQ_ConformanceResult/gmd:specification`,
    `${mdbConformity}/mdq:DQ_DomainConsistency/mdq:result/mdq:DQ_ConformanceResult/mdq:specification`,
  ],
  'resource.quality.pass': [
    `${gmdConformity}/gmd:DQ_DomainConsistency/gmd:result/gmd:DQ_ConformanceResult/gmd:pass`,
    `${mdbConformity}/mdq:DQ_DomainConsistency/mdq:result/mdq:DQ_ConformanceResult/mdq:pass`,
  ],
  'resource.related': [`${gmdResource}/gmd:aggregationInfo`, `${mdbResource}/mri:associatedResource`],
  'resource.distributions': [
    `${gmdDistribution}/gmd:transferOptions/gmd:MD_DigitalTransferOptions/gmd:onLine`,
    `${mdbDistribution}/mrd:transferOptions/mrd:MD_DigitalTransferOptions/mrd:onLine`,
  ],
  'resource.formats': [
    `${gmdDistribution}/gmd:distributionFormat`,
    `${mdbDistribution}/mrd:distributionFormat`,
  ],
  'resource.variables': [gmdVariables, mdbVariables],
  'resource.variables.unit': [
    `${gmdVariables}/gmd:MD_Band/gmd:units`,
    `${mdbVariables}/mrc:MD_SampleDimension/mrc:units`,
  ],
  'resource.variables.method': [
    `${gmd}/gmd:dataQualityInfo/gmd:DQ_DataQuality/gmd:lineage/gmd:LI_Lineage/gmd:processStep`,
    `${mdb}/mdb:resourceLineage/mrl:LI_Lineage/mrl:processStep`,
  ],
  'resource.variables.uri': [
    `${gmdVariables}/gmd:MD_Band/gmd:sequenceIdentifier`,
    `${mdbVariables}/mrc:MD_SampleDimension/mrc:name/mcc:MD_Identifier/mcc:code`,
  ],
  'resource.platforms': [`${gmiAcquisition}/gmi:platform`, `${mdbAcquisition}/mac:platform`],
  'resource.platforms.identifier': [
    `${gmiAcquisition}/gmi:platform/gmi:MI_Platform/gmi:identifier`,
    `${mdbAcquisition}/mac:platform/mac:MI_Platform/mac:identifier`,
  ],
  'resource.instruments': [`${gmiAcquisition}/gmi:instrument`, `${mdbAcquisition}/mac:instrument`],
  'resource.campaigns': [`${gmiAcquisition}/gmi:operation`, `${mdbAcquisition}/mac:operation`],
  'resource.campaigns.identifier': [
    `${gmiAcquisition}/gmi:operation/gmi:MI_Operation/gmi:identifier`,
    `${mdbAcquisition}/mac:operation/mac:MI_Operation/mac:identifier`,
  ],
  'resource.campaigns.start': [`${gmdExtent}/gmd:temporalElement`, `${mdbExtent}/gex:temporalElement`],
  'resource.projects': [`${gmdResource}/gmd:descriptiveKeywords`, `${mdbResource}/mri:descriptiveKeywords`],
  'resource.taxa': [`${gmdResource}/gmd:descriptiveKeywords`, `${mdbResource}/mri:descriptiveKeywords`],
  'resource.taxa.uri': [`${gmdResource}/gmd:descriptiveKeywords`, `${mdbResource}/mri:descriptiveKeywords`],
  'resource.funding': [`${gmdResource}/gmd:credit`, `${mdbResource}/mri:credit`],
  'resource.service.type': [`${gmdResource}/srv:serviceType`, `${mdbResource}/srv:serviceType`],
  'resource.service.operatesOn': [`${gmdResource}/srv:operatesOn`, `${mdbResource}/srv:operatesOn`],
  'resource.service.endpointUrls': [
    `${gmdResource}/srv:containsOperations/srv:SV_OperationMetadata/srv:connectPoint`,
    `${mdbResource}/srv:containsOperations/srv:SV_OperationMetadata/srv:connectPoint`,
  ],
};
