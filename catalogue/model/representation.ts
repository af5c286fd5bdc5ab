import { z } from 'zod';
import { citation } from './citation.ts';
import { languageMap } from './language.ts';

const measure = z.object({ value: z.number(), unit: z.string().optional() });

/** One axis of a grid (ISO MD_Dimension). */
export const gridDimension = z.object({
  /** ISO MD_DimensionNameTypeCode: row, column, vertical, time… */
  name: z.string().optional(),
  size: z.number().optional(),
  resolution: measure.optional(),
  title: languageMap.optional(),
  description: languageMap.optional(),
});

/** How a grid lies (ISO MD_GridSpatialRepresentation and its georectified and georeferenceable kinds). */
export const gridRepresentation = z.object({
  kind: z.enum(['grid', 'georectified', 'georeferenceable']),
  numberOfDimensions: z.number().optional(),
  dimensions: z.array(gridDimension).default([]),
  /** ISO MD_CellGeometryCode. */
  cellGeometry: z.string().optional(),
  transformationParameters: z.boolean().optional(),
  /** Of a georectified grid. */
  checkPoints: z.boolean().optional(),
  checkPointDescription: languageMap.optional(),
  /** Coordinates as given, one text per corner. */
  cornerPoints: z.array(z.string()).default([]),
  centrePoint: z.string().optional(),
  /** ISO MD_PixelOrientationCode. */
  pointInPixel: z.string().optional(),
  /** Of a georeferenceable grid. */
  controlPoints: z.boolean().optional(),
  orientationParameters: z.boolean().optional(),
  orientationParameterDescription: languageMap.optional(),
  georeferencedParameters: z.string().optional(),
  parameterCitations: z.array(citation).optional(),
  transformationDimensionDescription: languageMap.optional(),
  transformationDimensionMappings: z.array(languageMap).optional(),
});
export type GridRepresentation = z.infer<typeof gridRepresentation>;

/** What vector data are made of (ISO MD_VectorSpatialRepresentation). */
export const vectorRepresentation = z.object({
  /** ISO MD_TopologyLevelCode. */
  topologyLevel: z.string().optional(),
  objects: z
    .array(
      z.object({
        /** ISO MD_GeometricObjectTypeCode. */
        type: z.string(),
        count: z.number().optional(),
      }),
    )
    .default([]),
});
export type VectorRepresentation = z.infer<typeof vectorRepresentation>;

/** A coverage or image (ISO MD_CoverageDescription, MD_ImageDescription); its variables stand with those of the resource. */
export const coverageDescription = z.object({
  /** What the attributes are, in words or by a name. */
  attributes: z.string().optional(),
  /** ISO MD_CoverageContentTypeCode. */
  contentType: z.string().optional(),
  isImage: z.boolean().optional(),
  /** Degrees. */
  illuminationElevation: z.number().optional(),
  illuminationAzimuth: z.number().optional(),
  /** ISO MD_ImagingConditionCode. */
  imagingCondition: z.string().optional(),
  imageQuality: z.string().optional(),
  /** Per cent. */
  cloudCover: z.number().optional(),
  compressionGenerations: z.number().optional(),
  triangulated: z.boolean().optional(),
  radiometricCalibration: z.boolean().optional(),
  cameraCalibration: z.boolean().optional(),
  filmDistortion: z.boolean().optional(),
  lensDistortion: z.boolean().optional(),
});
export type CoverageDescription = z.infer<typeof coverageDescription>;

/** A catalogue that defines the features of the data (ISO MD_FeatureCatalogueDescription). */
export const featureCatalogue = z.object({
  citations: z.array(citation).default([]),
  /** Whether it complies with ISO 19110. */
  compliant: z.boolean().optional(),
  includedWithDataset: z.boolean().optional(),
  /** BCP 47 tags. */
  languages: z.array(z.string()).default([]),
  featureTypes: z.array(z.string()).default([]),
});
export type FeatureCatalogue = z.infer<typeof featureCatalogue>;
