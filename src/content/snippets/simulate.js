import { metrics, simulate } from 'feels-fast/sim';

for (const proxy of ['pass', 'bucket', 'hold']) {
  const { firstPaint, lastPaint } = metrics(simulate({ rate: 120, proxy }));
  console.log(`${proxy}: first words ${firstPaint} ms, all ${lastPaint} ms`);
}
