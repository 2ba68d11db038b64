/** Options of each chart, in the colours of the page. */

import { shortDay } from '../../ui/local-time.ts';
import { formatNumber } from '../../ui/number.ts';
import type { Figure } from '../figures.ts';
import type { ChartOption } from './render.ts';

export const pictures = ['over-time', 'funnel', 'map', 'countries', 'partners', 'languages', 'goal'] as const;
export type Picture = (typeof pictures)[number];

export interface Look {
  readonly dark: boolean;
  /** For a phone. */
  readonly small: boolean;
}

/** Maximum of bars in a chart; the table beside it has all values. */
const maxBars = 15;

/** Contrast of at least 3 to 1 with the background, light and dark; told apart by shade as well as by hue. */
const colours = {
  light: {
    ink: '#1d2126',
    soft: '#545b64',
    line: '#d8d5cd',
    land: '#e4e1d9',
    series: ['#545b64', '#a35c00', '#175457', '#7b2d8b'],
  },
  dark: {
    ink: '#e9e6df',
    soft: '#b0aea8',
    line: '#3d4045',
    land: '#33373b',
    series: ['#b0aea8', '#f0b35e', '#7cc7c3', '#d9a1e6'],
  },
} as const;
type Colours = (typeof colours)['light' | 'dark'];

const font = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';

/** @returns the option and the size of the chart */
export function chartOf(
  picture: Picture,
  figure: Figure,
  look: Look,
): { option: ChartOption; width: number; height: number } {
  const shade = colours[look.dark ? 'dark' : 'light'];
  const width = look.small ? 300 : 720;
  const { option, height } = partsOf(picture, figure, shade, look);
  const textStyle = { fontFamily: font, fontSize: textSize(look), color: shade.ink };
  return { option: { ...option, color: [...shade.series], textStyle }, width, height };
}

function partsOf(
  picture: Picture,
  figure: Figure,
  shade: Colours,
  look: Look,
): { option: ChartOption; height: number } {
  switch (picture) {
    case 'over-time':
      return { option: linesOf(figure, shade, look), height: 320 };
    case 'funnel':
      return barsOf(figure.rows, shade, look);
    case 'map':
      return { option: mapOf(figure, shade, look), height: look.small ? 200 : 380 };
    case 'goal':
      return barsOf(
        figure.rows.filter(([, number]) => typeof number === 'number'),
        shade,
        look,
      );
    default:
      return barsOf(figure.rows.slice(0, maxBars), shade, look);
  }
}

const numberAt = (row: Figure['rows'][number], column: number) => Number(row[column] ?? 0);

/** On a phone the drawing is hardly wider than the screen, so that its text keeps its size there. */
const textSize = ({ small }: Look) => (small ? 14 : 13);

function axes(shade: Colours, look: Look) {
  return {
    axisLine: { lineStyle: { color: shade.soft } },
    axisTick: { show: false },
    axisLabel: { color: shade.ink, fontSize: textSize(look), hideOverlap: true },
    splitLine: { lineStyle: { color: shade.line } },
  };
}

function linesOf({ rows, columns }: Figure, shade: Colours, look: Look): ChartOption {
  const kinds = ['dotted', 'dashed', 'solid', 'solid'] as const;
  const symbols = ['circle', 'triangle', 'rect', 'diamond'] as const;
  return {
    legend: {
      top: 0,
      textStyle: { color: shade.ink, fontSize: textSize(look) },
      itemWidth: look.small ? 20 : 28,
      itemGap: 24,
    },
    grid: { left: 8, right: 16, top: 56, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'category', data: rows.map(([day]) => shortDay(day)), ...axes(shade, look) },
    yAxis: { type: 'value', minInterval: 1, ...axes(shade, look) },
    series: columns.slice(1).map((name, index) => ({
      name,
      type: 'line',
      symbol: symbols[index] ?? 'circle',
      symbolSize: 6,
      showAllSymbol: rows.length < 40,
      lineStyle: { width: 2, type: kinds[index] ?? 'solid' },
      data: rows.map((row) => numberAt(row, index + 1)),
    })),
  };
}

const numberIn = ({ value }: { readonly value: unknown }) => formatNumber(Number(value));

function barsOf(rows: Figure['rows'], shade: Colours, look: Look): { option: ChartOption; height: number } {
  const height = 24 + Math.max(1, rows.length) * 30;
  const width = look.small ? 120 : 190;
  const option: ChartOption = {
    grid: { left: 8, right: 64, top: 4, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(([name]) => name),
      ...axes(shade, look),
      axisLabel: { color: shade.ink, fontSize: textSize(look), width, overflow: 'truncate', interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        itemStyle: { color: shade.series[2] },
        label: { show: true, position: 'right', color: shade.ink, fontSize: textSize(look), formatter: numberIn },
        data: rows.map((row) => numberAt(row, 1)),
      },
    ],
  };
  return { option, height };
}

function mapOf({ rows, codes = [] }: Figure, shade: Colours, look: Look): ChartOption {
  const highest = Math.max(1, ...rows.map((row) => numberAt(row, 1)));
  return {
    visualMap: {
      type: 'continuous',
      min: 0,
      max: highest,
      left: 0,
      bottom: 0,
      calculable: false,
      text: [formatNumber(highest), '0'],
      textStyle: { color: shade.ink, fontSize: textSize(look) },
      inRange: { color: [shade.land, shade.series[2]] },
    },
    series: [
      {
        type: 'map',
        map: 'world',
        silent: true,
        left: 4,
        right: 4,
        top: 4,
        bottom: 4,
        itemStyle: { areaColor: shade.land, borderColor: shade.soft, borderWidth: 0.5 },
        data: rows.map((row, index) => ({ name: codes[index] ?? row[0], value: numberAt(row, 1) })),
      },
    ],
  };
}
