/**
 * Outlines of countries at 1:110 million, from Natural Earth (public domain) by way of world-atlas (ISC). They take no
 * position on territorial claims.
 */

import type { Geometry, Position } from 'geojson';
import { iso31661NumericToAlpha2 } from 'iso-3166';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };

/**
 * @returns GeoJSON with each country named by its ISO 3166-1 alpha-2 code; Antarctica, where nobody votes, is left out
 */
export function world() {
  const { features } = feature(atlas, atlas.objects.countries);
  return {
    type: 'FeatureCollection' as const,
    features: features.flatMap(({ id, properties: { name }, geometry }) => {
      const code = id === undefined ? (name === 'Kosovo' ? 'XK' : name) : (iso31661NumericToAlpha2[String(id)] ?? name);
      return code === 'AQ'
        ? []
        : [{ type: 'Feature' as const, properties: { name: code }, geometry: unwrapped(geometry) }];
    }),
  };
}

/** Continues a coast that crosses the 180th meridian to the east; otherwise a line would cross the whole map. */
function unwrapped(geometry: Geometry): Geometry {
  const unwrap = (rings: Position[][]) => {
    const longitudes = rings.flat().map(([longitude = 0]) => longitude);
    if (Math.max(...longitudes) - Math.min(...longitudes) < 180) return rings;
    return rings.map((ring) => ring.map(([x = 0, y = 0]) => [x < 0 ? x + 360 : x, y]));
  };
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: unwrap(geometry.coordinates) };
  return geometry.type === 'MultiPolygon' ? { ...geometry, coordinates: geometry.coordinates.map(unwrap) } : geometry;
}
