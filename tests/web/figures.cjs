// How large the page is and how fast: until the first estimate, a step of a slider, memory.
//
//   node figures.cjs bote.html SCRATCH
const fs = require('fs');
const os = require('os');
const path = require('path');
const zlib = require('zlib');
const {check, complain, finish, launch, open, settled, usage} = require('./browser.cjs');

const [html, scratch] = process.argv.slice(2);
const LARGEST = 1.5e6;

/// Thirty tiers and ten ranges.
function largeWorkload() {
    const lines = ['name: Thirty tiers', 'dau: 10M to 30M', 'objects:'];
    for (let i = 0; i < 9; ++i)
        lines.push(`  thing${i}: {writes_per_user: ${i + 1} to ${i + 3} per day, object_size: ${i + 1} KB, reads_per_user: ${10 * i + 10}/day}`);
    lines.push('tiers:');
    for (let i = 0; i < 30; ++i) {
        const thing = `thing${i % 9}`;
        lines.push(`  t${i}: ${[`{kind: workers, load: ${thing}.write_qps, work: ${i % 5 + 1} ms}`,
            `{kind: kafka, load: ${thing}.write_qps, message: 1 KB}`,
            `{load: ${thing}.read_qps, memory_needed: ${thing}.retained_objects * 40 B, copies: 2}`][i % 3]}`);
    }
    return lines.join('\n') + '\n';
}

/// Milliseconds of each step, from the slider's event until the new page is laid out.
const steps = (page, count) => page.evaluate(async (most) => {
    const slider = document.querySelector('#ui-sliders input');
    const report = document.getElementById('ui-report');
    const times = [];
    for (let i = 0; i < most; ++i) {
        const began = performance.now();
        await new Promise((resolve) => {
            const observer = new MutationObserver(() => {
                observer.disconnect();
                resolve();
            });
            observer.observe(report, {subtree: true, childList: true, characterData: true, attributes: true});
            slider.value = Number(slider.value) + (i % 40 < 20 ? 5 : -5);
            slider.dispatchEvent(new Event('input', {bubbles: true}));
        });
        document.body.getBoundingClientRect();
        times.push(performance.now() - began);
    }
    slider.dispatchEvent(new Event('change', {bubbles: true}));
    return times;
}, count);

async function measure(page, title, count, limit) {
    await page.waitForSelector('#ui-sliders input');
    await settled(page);
    await steps(page, 80);  // until the browser has compiled what runs often
    await settled(page);
    await page.waitForTimeout(1500);
    const before = usage(page.context().browser()).seconds;
    const times = (await steps(page, count)).sort((a, b) => a - b);
    const work = (usage(page.context().browser()).seconds - before) * 1000 / count;
    const [median, most] = [times[count >> 1], times[Math.floor(count * 0.95)]];
    console.log(`${title}: ${median.toFixed(1)} ms a step (median of ${count}; 95%: ${most.toFixed(1)} ms), ${work.toFixed(1)} ms of them at work`);
    const busy = os.loadavg()[0] / os.cpus().length;
    if (limit && busy > 0.75) console.log(`  not held to ${limit} ms: the machine has ${busy.toFixed(1)} times as much to do as it can`);
    else if (limit) check(median < limit, `${title}: a step takes ${median.toFixed(1)} ms`);
}

(async () => {
    const file = fs.readFileSync(html);
    const [gzip, brotli] = [zlib.gzipSync(file, {level: 9}).length, zlib.brotliCompressSync(file).length];
    console.log(`size: ${file.length} bytes, ${gzip} with gzip, ${brotli} with brotli`);
    check(gzip < LARGEST, `more than ${LARGEST} bytes compressed`);
    const browser = await launch();
    const page = await open(browser, html);
    await page.waitForSelector('.report .verdict');
    console.log(`first estimate: ${await page.evaluate(() => document.body.dataset.ready)} ms after the page is opened`);
    await measure(page, 'tinyurl', 100, Number(process.env.STEP_LIMIT ?? 16));
    await page.locator('#ui-file').selectOption('preset:twitter');
    await measure(page, 'twitter', 100, Number(process.env.STEP_LIMIT ?? 16));
    const large = path.join(scratch, 'thirty.yaml');
    fs.writeFileSync(large, largeWorkload());
    await page.locator('#ui-picked').setInputFiles(large);
    await page.waitForFunction(() => document.getElementById('ui-file').value.includes('thirty') && document.querySelector('.report h1')?.textContent.startsWith('Thirty'));
    await measure(page, 'thirty tiers, ten ranges, 10,000 samples', 30);
    console.log(`memory: ${(usage(browser).bytes / 1e6).toFixed(0)} MB, the browser's own of such a process included`);
    await browser.close();
    finish();
})().catch((problem) => {
    complain(problem.message);
    finish();
});
