import { bundleEmbed } from '/work/wt/embed/infra/bundle-embed.ts';
console.time('embed'); await bundleEmbed(); console.timeEnd('embed');
