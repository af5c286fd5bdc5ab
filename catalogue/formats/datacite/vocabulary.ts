/** Controlled values of kernel 4.6, so that what we write is valid in 4.6 and 4.7. Kernel 4.7 adds those in comments. */

/** resourceTypeGeneral and relatedItemType; 4.7: Poster, Presentation. */
export const generalTypes = words(
  'Audiovisual Award Book BookChapter Collection ComputationalNotebook ConferencePaper ConferenceProceeding DataPaper Dataset Dissertation Event Image Instrument InteractiveResource Journal JournalArticle Model OutputManagementPlan PeerReview PhysicalObject Preprint Project Report Service Software Sound Standard StudyRegistration Text Workflow Other',
);

export const contributorTypes = words(
  'ContactPerson DataCollector DataCurator DataManager Distributor Editor HostingInstitution Producer ProjectLeader ProjectManager ProjectMember RegistrationAgency RegistrationAuthority RelatedPerson Researcher ResearchGroup RightsHolder Sponsor Supervisor Translator WorkPackageLeader Other',
);

export const dateTypeNames = words(
  'Accepted Available Collected Copyrighted Coverage Created Issued Other Submitted Updated Valid Withdrawn',
);

/** 4.7: Other. */
export const relationTypeNames = words(
  'IsCitedBy Cites IsSupplementTo IsSupplementedBy IsContinuedBy Continues IsNewVersionOf IsPreviousVersionOf IsPartOf HasPart IsPublishedIn IsReferencedBy References IsDocumentedBy Documents IsCompiledBy Compiles IsVariantFormOf IsOriginalFormOf IsIdenticalTo HasMetadata IsMetadataFor Reviews IsReviewedBy IsDerivedFrom IsSourceOf Describes IsDescribedBy HasVersion IsVersionOf Requires IsRequiredBy Obsoletes IsObsoletedBy Collects IsCollectedBy HasTranslation IsTranslationOf',
);

/** 4.7: RAiD, SWHID. */
export const relatedIdentifierTypes = words(
  'ARK arXiv bibcode CSTR DOI EAN13 EISSN Handle IGSN ISBN ISSN ISTC LISSN LSID PMID PURL RRID UPC URL URN w3id',
);

export const funderIdentifierTypes = ['ISNI', 'GRID', 'ROR', 'Crossref Funder ID', 'Other'] as const;

export const numberTypes = words('Article Chapter Report Other');

/** Scheme under which the ISO topic categories are told as subjects. */
export const topicScheme = 'ISO 19115 MD_TopicCategoryCode';

/** The word of a controlled list that is meant, whatever its case; `undefined` where it is not in the list. */
export function wordOf(list: readonly string[], word: string | undefined): string | undefined {
  const wanted = word?.trim().toLowerCase();
  return wanted === undefined ? undefined : list.find((known) => known.toLowerCase() === wanted);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
