// What somebody does with the page, from file:// and without a server.
//
//   node page.cjs bote.html BOTE SCRATCH
const fs = require('fs');
const path = require('path');
const {check, complain, examine, figures, finish, launch, native, open, problems, readmeFile, same, settled, text, type, verdict} = require('./browser.cjs');

const [html, bote, scratch] = process.argv.slice(2);
const shots = path.join(scratch, 'shots');
fs.mkdirSync(shots, {recursive: true});
const example = readmeFile('tinyurl.yaml');

async function typeTheFirstFile(browser) {
    const page = await open(browser, html);
    await type(page, example);
    fs.writeFileSync(path.join(scratch, 'readme.yaml'), example);
    const {summary} = JSON.parse(native(bote, ['estimate', 'readme.yaml', '--format', 'json'], scratch).out);
    same(await verdict(page), summary.verdict, 'the verdict of the README\'s first file');
    same((await figures(page)).join(), summary.figures.map((each) => each.text).join(), 'its figures');
    await page.waitForTimeout(900);
    same(await page.locator('#ui-status').textContent(), summary.verdict, 'what is read aloud');
    check((await text(page)).some((line) => line.includes('writes_per_user: 1/day') && line.includes('writes = 100M/day')), 'a figure beside an input', await text(page));
    return page;
}

async function mendAMistake(page) {
    await type(page, example.replace('dau:', 'dua:'));
    const [told] = await problems(page);
    check(told?.includes("there is no quantity 'dua'"), 'a mistake is told', told);
    check(await page.locator('.report.stale').count() === 1, 'the page before it is grey');
    await examine(page, 'with a mistake');
    await page.locator('#ui-problems li button').nth(1).click();
    await settled(page);
    same((await problems(page)).join(), '', 'the fix mends it');
    check((await verdict(page)).startsWith('A peak of 351k/s'), 'and the answer is back', await verdict(page));
    await page.locator('.cm-line', {hasText: 'dau'}).locator('span').first().hover();
    await page.waitForSelector('.cm-tooltip .hover');
    check((await page.locator('.cm-tooltip .hover').textContent()).includes('daily active users'), 'what a key means, over it');
    await page.mouse.move(5, 5);
    await type(page, `${example}expect:\n  - storage < 1 TB\n`);
    check((await problems(page))[0]?.includes('fails'), 'an expectation that fails', await problems(page));
    await type(page, `${example}repl`);
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    check((await page.locator('.cm-tooltip-autocomplete li').allTextContents()).some((each) => each.includes('replication')), 'completion');
    await page.keyboard.press('Escape');
}

async function openAPreset(page) {
    await page.locator('#ui-file').selectOption('preset:twitter');
    await settled(page);
    const {summary} = JSON.parse(native(bote, ['twitter', '--format', 'json'], scratch).out);
    same(await verdict(page), summary.verdict, 'a preset');
    check((await page.locator('#ui-file option').allTextContents()).length > 36, 'all presets are in the list');
}

async function moveASlider(page) {
    await page.locator('#ui-file').selectOption('preset:tinyurl');
    await settled(page);
    const before = await figures(page);
    const slider = page.locator('.slider', {hasText: 'writes'}).first().locator('input');
    await slider.focus();
    for (let i = 0; i < 30; ++i) await page.keyboard.press('ArrowRight');
    await settled(page);
    check((await text(page)).some((line) => line.includes('writes: 998M/month')), 'a slider edits the text in place', await text(page));
    check((await figures(page))[0] !== before[0], 'and the page moves with it');
    same(await slider.getAttribute('aria-valuetext'), '998M/month', 'what a slider says of itself');
    check((await page.locator('#ui-file').inputValue()).startsWith('own:tinyurl'), 'a preset that is changed becomes a file of one\'s own');
    const saved = (await text(page)).join('\n').includes('998M');
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    await settled(page);
    check(saved && (await text(page)).some((line) => line.includes('998M/month')), 'which is still there after a reload');
    await type(page, 'name: R\ndau: 1M to 4M\nwrites_per_user: 2/day\nobject_size: 1 to 3 KB\nheadroom: 20% to 30%\n');
    const range = page.locator('.slider', {hasText: 'dau'}).locator('input');
    await range.focus();
    for (let i = 0; i < 100; ++i) await page.keyboard.press('ArrowRight');
    await settled(page);
    check((await text(page)).some((line) => line.includes('dau: 10M to 40M')), 'a range moves whole', await text(page));
    await page.locator('.slider', {hasText: 'headroom'}).locator('input').focus();
    for (let i = 0; i < 5; ++i) await page.keyboard.press('ArrowRight');
    await settled(page);
    check((await text(page)).some((line) => line.includes('headroom: 25% to 35%')), 'shares keep their difference', await text(page));
}

async function openALink(browser, page) {
    await page.locator('#ui-link').click();
    await page.waitForSelector('dialog[open] textarea');
    const link = await page.locator('dialog textarea').inputValue();
    same(await page.evaluate(() => navigator.clipboard.readText()), link, 'the link is copied');
    await page.keyboard.press('Escape');
    const shown = await text(page);
    const other = await open(browser, html, {fragment: link.slice(link.indexOf('#'))});
    await settled(other);
    same(await verdict(other), await verdict(page), 'a link in a fresh profile');
    const opened = native(bote, ['open', link], scratch).out;
    check(shown.map((line) => line.split('   ')[0]).join('\n').startsWith(opened.split('\n')[0]), 'and on the command line', opened);
    await other.context().close();
    for (const broken of ['#1AAAA', link.slice(link.indexOf('#'), -3), '#2abc']) {
        const damaged = await open(browser, html, {fragment: broken});
        check((await damaged.locator('#ui-alert').textContent()).includes('the link '), 'a damaged link is told', broken);
        await damaged.context().close();
    }
}

async function practise(page) {
    await page.locator('#ui-file').selectOption('preset:tinyurl');
    await settled(page);
    await page.getByRole('tab', {name: 'Practice'}).click();
    await page.getByRole('button', {name: 'This workload'}).click();
    const log = page.locator('.log');
    await page.waitForFunction(() => document.querySelector('.log')?.textContent.includes('1/8'));
    await page.keyboard.type('200/s');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.log').textContent.includes('2/8'));
    check((await log.textContent()).includes('right'), 'an answer is judged', await log.textContent());
    await page.getByRole('button', {name: 'Hint'}).click();
    await page.waitForFunction(() => document.querySelector('.log').textContent.includes('Combine'));
    check(((await log.textContent()).match(/1\/8/g) ?? []).length === 1, 'nothing is said twice');
    await examine(page, 'practice');
    await page.getByRole('button', {name: 'End'}).click();
    await page.getByRole('button', {name: 'Practise again'}).click();
    await page.getByRole('button', {name: 'How it went so far'}).click();
    await page.waitForFunction(() => document.querySelector('.practice .log')?.textContent.length > 40);
    const kept = await page.evaluate(() => localStorage.getItem('bote.history'));
    same((kept.match(/\n/g) ?? []).length, 1, 'one answer is one line of the history');
    await page.getByRole('tab', {name: 'Estimate'}).click();
}

async function exportEverything(page) {
    for (const own of [false, true]) {
        await page.locator('#ui-file').selectOption('preset:twitter');
        await settled(page);
        if (own) await type(page, readmeFile('chat.yaml'));
        await page.locator('#ui-export').click();
        const titles = await page.locator('dialog select option').allTextContents();
        for (let i = 0; i < titles.length; ++i) {
            await page.locator('dialog select').selectOption(String(i));
            const line = await page.locator('dialog .line').textContent();
            const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#ui-save').click()]);
            const name = download.suggestedFilename();
            const saved = path.join(scratch, 'saved');
            await download.saveAs(saved);
            const got = fs.readFileSync(saved, 'utf8');
            if (line.startsWith('bote open')) {
                fs.writeFileSync(path.join(scratch, name), got);
                if (!own) same(got, native(bote, ['open', native(bote, ['link', 'twitter'], scratch).out.trim()], scratch).out, 'the YAML of a preset');
                continue;
            }
            const args = line.split(' ').slice(1, -2);
            same(got, native(bote, args, scratch).out, `${titles[i]}: ${line} gives the same bytes`);
        }
        await examine(page, 'export');
        await page.keyboard.press('Escape');
    }
}

async function look(browser) {
    for (const colorScheme of ['light', 'dark']) for (const width of [360, 768, 1280]) {
        const page = await open(browser, html, {colorScheme, viewport: {width, height: 900}, bypassCSP: true});
        await settled(page);
        await examine(page, `${colorScheme} ${width}`);
        await page.addStyleTag({content: '.report .part{content-visibility:visible!important}'});  // or a long picture is empty
        await page.screenshot({path: path.join(shots, `${colorScheme}-${width}.png`), fullPage: width < 1000});
        await page.locator('#ui-file').selectOption('preset:instagram');
        await settled(page);
        for (const tab of ['Working', 'Drivers', 'Timeline', 'Long form']) {
            await page.getByRole('tab', {name: tab}).click();
            await settled(page);
            await examine(page, `${tab} ${colorScheme} ${width}`);
            await page.screenshot({path: path.join(shots, `${tab.toLowerCase().replace(' ', '-')}-${colorScheme}-${width}.png`)});
        }
        await page.emulateMedia({media: 'print'});
        if (width === 1280) await page.screenshot({path: path.join(shots, `print-${colorScheme}.png`)});
        await page.context().close();
    }
}

/// Whatever is typed and however fast: the page stands.
async function editAtRandom(browser) {
    const page = await open(browser, html);
    let seed = 1;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    const pieces = ['dau', ': ', '1M', '\n', '  ', '%', '/day', ' to ', '"', '#', '{', '}', '- ', '\t', 'é', '👩‍👧', '(', '*', 'objects:', 'expect:', '9', '\u202e'];
    const presets = ['twitter', 'tinyurl', 'uber', 'chatgpt'];
    for (let i = 0; i < 1000; ++i) {
        if (i % 250 === 0) {
            await page.locator('#ui-file').selectOption(`preset:${presets[i / 250]}`);
            await settled(page);
            await page.locator('.cm-content').click();
        }
        const what = random(10);
        if (what < 2) await page.keyboard.press(['ArrowUp', 'ArrowDown', 'End', 'Home', 'ArrowLeft'][random(5)]);
        else if (what < 4) await page.keyboard.press(['Backspace', 'Delete'][random(2)]);
        else if (what === 4) await page.keyboard.press('Control+z');
        else await page.keyboard.insertText(pieces[random(pieces.length)]);
    }
    await settled(page);
    await type(page, example);
    check((await verdict(page)).startsWith('A peak of 351k/s'), 'after 1,000 edits it answers as before', await verdict(page));
    await page.context().close();
}

(async () => {
    const browser = await launch();
    const step = async (title, run) => {
        const began = Date.now();
        const result = await run().catch((problem) => complain(title, problem.message));
        console.log(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
        return result;
    };
    const page = await step('the first file', () => typeTheFirstFile(browser));
    await step('a mistake', () => mendAMistake(page));
    await step('a preset', () => openAPreset(page));
    await step('sliders', () => moveASlider(page));
    await step('a link', () => openALink(browser, page));
    await step('practice', () => practise(page));
    await step('export', () => exportEverything(page));
    await step('1,000 edits', () => editAtRandom(browser));
    await step('looks', () => look(browser));
    await browser.close();
    finish();
})();
