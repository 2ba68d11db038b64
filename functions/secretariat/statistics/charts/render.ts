/** Renders an option of ECharts as an accessible SVG, without a browser. Loaded on demand. */
import { BarChart, FunnelChart, LineChart, MapChart } from 'echarts/charts';
import { GeoComponent, GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { world } from './world.ts';

use([
  BarChart,
  FunnelChart,
  LineChart,
  MapChart,
  GeoComponent,
  GridComponent,
  LegendComponent,
  VisualMapComponent,
  SVGRenderer,
]);

export type ChartOption = Parameters<ReturnType<typeof init>['setOption']>[0];

let hasWorld = false;

/** @returns the SVG, with its title and description for people who cannot see it */
export function renderSvg(
  option: ChartOption,
  { width, height, title, description }: { width: number; height: number; title: string; description: string },
): string {
  if (!hasWorld) registerMap('world', { geoJSON: JSON.stringify(world()), specialAreas: {} });
  hasWorld = true;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    const svg = chart.renderToSVGString();
    const words = `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`;
    return svg.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => `<svg role="img"${attributes}>${words}`);
  } finally {
    chart.dispose();
  }
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
