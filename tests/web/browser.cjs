// A browser with the page open, and what the tests ask of it. Everything that goes wrong in it is a complaint.
const fs = require('fs');
const path = require('path');
const {execFileSync} = require('child_process');
const {chromium} = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let complaints = 0;
let held = 0;

function complain(...words) {
    ++complaints;
    console.log('WRONG', ...words);
}

function check(holds, what, ...more) {
    ++held;
    if (!holds) complain(what, ...more);
    return holds;
}

const same = (got, wanted, what) => check(got === wanted, what, `\n  got    ${JSON.stringify(got)?.slice(0, 600)}\n  wanted ${JSON.stringify(wanted)?.slice(0, 600)}`);

async function launch() {
    const server = await chromium.launchServer({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--enable-precise-memory-info']});
    const browser = await chromium.connect(server.wsEndpoint());
    browser.main = server.process().pid;
    return browser;
}

/// Of the processes that run pages: seconds of processor time so far, and bytes in memory.
function usage(browser) {
    const read = (pid, name) => fs.readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const statOf = (pid) => read(pid, 'stat').replace(/.*\) /s, '').split(' ');
    const total = {seconds: 0, bytes: 0};
    for (const pid of fs.readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
        try {
            if (!read(pid, 'cmdline').includes('--type=renderer')) continue;
            const stat = statOf(pid);
            let parent = stat[1];
            while (Number(parent) > 1 && Number(parent) !== browser.main) parent = statOf(parent)[1];
            if (Number(parent) !== browser.main) continue;
            total.seconds += (Number(stat[11]) + Number(stat[12])) / 100;
            total.bytes += Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))[1]) * 1024;
        } catch {
            // It has ended meanwhile.
        }
    }
    return total;
}

/// A page in a profile of its own. `more` goes to the profile: {colorScheme, viewport}.
async function open(browser, html, {fragment = '', bypassCSP = false, ...more} = {}) {
    const profile = await browser.newContext({viewport: {width: 1280, height: 900}, acceptDownloads: true, bypassCSP, permissions: ['clipboard-read', 'clipboard-write'], ...more});
    const page = await profile.newPage();
    const address = `file://${html}`;
    page.on('pageerror', (problem) => complain('exception:', problem.message));
    page.on('console', (message) => complain('console:', message.text()));
    page.on('request', (request) => {
        const url = request.url();
        if (url.split('#')[0] !== address && !url.startsWith('blob:') && !url.startsWith('data:')) complain('asks for', url);
    });
    await page.goto(address + fragment);
    await page.waitForSelector('body[data-ready]', {timeout: 60000});
    return page;
}

/// Once the page has followed what was typed.
async function settled(page) {
    await page.waitForTimeout(250);
    await page.waitForFunction(() => !document.querySelector('.report.stale') || !document.getElementById('ui-wait').hidden);
    await page.waitForTimeout(250);
}

async function type(page, text) {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
    await settled(page);
}

const verdict = (page) => page.locator('.report .verdict').textContent();
const figures = (page) => page.locator('.report dl.figures .value').allTextContents();
const text = (page) => page.locator('.cm-content .cm-line').allTextContents();
const problems = (page) => page.locator('#ui-problems li').allTextContents();

/// axe over the page as it stands.
async function examine(page, where) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
    for (const each of found.violations) complain(where, each.id, each.help, each.nodes.slice(0, 2).map((node) => node.html.slice(0, 200)).join(' '));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(over <= 0, `${where} is ${over} pixels too wide`);
}

/// The program itself, for comparison: {out, code}.
function native(bote, args, folder) {
    try {
        return {out: execFileSync(bote, args, {cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'pipe']}).toString(), code: 0};
    } catch (problem) {
        return {out: problem.stdout?.toString() ?? '', err: problem.stderr?.toString() ?? '', code: problem.status};
    }
}

/// The file `name` of the README's first example.
function readmeFile(name) {
    const readme = fs.readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
    return new RegExp(`\\$ cat ${name}\\n([^]*?)^\\$ `, 'm').exec(readme)[1];
}

function finish() {
    console.log(complaints ? `${complaints} complaints` : `all ${held} checks hold`);
    process.exit(complaints ? 1 : 0);
}

module.exports = {check, complain, examine, figures, finish, launch, native, open, problems, readmeFile, same, settled, text, type, usage, verdict};
