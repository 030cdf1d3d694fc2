// The job of EngineBench with sharp, in the form that its documentation shows and in the best form that was found.
// Usage: node sharp.mjs <picture.jpg> <watermark folder> <output folder> <rounds>; prints one line of JSON per form.
import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';

const [picture, watermarks, output, rounds] = process.argv.slice(2);
const file = readFileSync(picture);
const boxes = [[800, 600], [1200, 900], [1920, 1080]];
const jpeg = { quality: 85, progressive: true };
// One transparent picture of the watermark per box, drawn by the engine under test: fonts are not what is measured.
const marks = boxes.map(([width, height]) => readFileSync(`${watermarks}/${width}x${height}.png`));

// One pipeline per size from one buffer, run at once: https://sharp.pixelplumbing.com/api-constructor#clone
const documented = () => Promise.all(boxes.map(([width, height], index) =>
  sharp(file)
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .composite([{ input: marks[index], gravity: 'southeast' }])
    .jpeg(jpeg)
    .toBuffer()));

// Decoded and resized to the largest size once; the others are made of that.
const best = async () => {
  const [width, height] = boxes.at(-1);
  const { data, info } = await sharp(file)
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  return Promise.all(boxes.map(([boxWidth, boxHeight], index) =>
    sharp(data, raw)
      .resize(boxWidth, boxHeight, { fit: 'inside', withoutEnlargement: true })
      .composite([{ input: marks[index], gravity: 'southeast' }])
      .jpeg(jpeg)
      .toBuffer()));
};

const atTwoCallers = async (job) => {
  const caller = async () => {
    for (let round = 0; round < rounds; round++) await job();
  };
  await Promise.all([caller(), caller()]);
};

for (const [name, job] of [['documented', documented], ['best', best]]) {
  for (let round = 0; round < 5; round++) await job();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await atTwoCallers(job);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  (await job()).forEach((rendition, index) =>
    writeFileSync(`${output}/sharp-${name}-${boxes[index].join('x')}.jpg`, rendition));
  console.log(JSON.stringify({
    name: `sharp ${sharp.versions.sharp}, ${name}`,
    cpuMillis: (used.user + used.system) / 1000 / (2 * rounds),
    perSecond: (2 * rounds) / seconds,
  }));
}
