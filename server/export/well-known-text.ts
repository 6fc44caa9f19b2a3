import type { ReferenceSystem } from "./reference-systems.ts";

/**
 * Reference systems as well-known text, edition 1, in the two dialects that files hold.
 *
 * @see OGC 01-009 (with authorities, for GeoPackage); Esri's for the .prj of a Shapefile, which names things differently
 */
const OGC_GEOGRAPHIC = {
  wgs84:
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
  cgcs2000:
    'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]',
} as const;

const ESRI_GEOGRAPHIC = {
  wgs84:
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  cgcs2000:
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
} as const;

/** On the ellipsoid of GCJ-02's authors; no program must take it for WGS84. */
export const GCJ02_WKT =
  'GEOGCS["GCJ-02",DATUM["GCJ-02 (offset, for display on Chinese web maps only)",SPHEROID["Krassowsky 1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["degree",0.0174532925199433]]';

export function toOgcWkt({ epsg, name, datum, projection }: ReferenceSystem): string {
  const geographic = OGC_GEOGRAPHIC[datum];
  if (projection === null) return geographic;
  const metre = 'UNIT["metre",1,AUTHORITY["EPSG","9001"]]';
  const authority = `AUTHORITY["EPSG","${epsg}"]`;
  if (projection === "web-mercator")
    return `PROJCS["${name}",${geographic},PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],${metre},EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"],${authority}]`;
  const { meridian, scale, eastingM, northingM } = projection;
  return `PROJCS["${name}",${geographic},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",${scale}],PARAMETER["false_easting",${eastingM}],PARAMETER["false_northing",${northingM}],${metre},${authority}]`;
}

export function toEsriWkt({ esriName, datum, projection }: ReferenceSystem): string {
  const geographic = ESRI_GEOGRAPHIC[datum];
  if (projection === null) return geographic;
  const parameters = (values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .map(([name, value]) => `PARAMETER["${name}",${Number.isInteger(value) ? value.toFixed(1) : value}]`)
      .join(",");
  if (projection === "web-mercator")
    return `PROJCS["${esriName}",${geographic},PROJECTION["Mercator_Auxiliary_Sphere"],${parameters({ False_Easting: 0, False_Northing: 0, Central_Meridian: 0, Standard_Parallel_1: 0, Auxiliary_Sphere_Type: 0 })},UNIT["Meter",1.0]]`;
  const { meridian, scale, eastingM, northingM } = projection;
  const method = scale === 1 ? "Gauss_Kruger" : "Transverse_Mercator";
  return `PROJCS["${esriName}",${geographic},PROJECTION["${method}"],${parameters({ False_Easting: eastingM, False_Northing: northingM, Central_Meridian: meridian, Scale_Factor: scale, Latitude_Of_Origin: 0 })},UNIT["Meter",1.0]]`;
}
