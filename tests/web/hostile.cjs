// Inputs that are errors on the command line are errors in the page, and leave it standing.
//
//   node hostile.cjs bote.html FOLDER     with the manifest.tsv of the bad inputs
const fs = require('fs');
const path = require('path');
const {execSync} = require('child_process');
const {check, complain, finish, launch, open, type, verdict} = require('./browser.cjs');

const [html, folder] = process.argv.slice(2);

/// [{name, bytes, exits}] of the files in the manifest, also of those that it makes.
function inputs() {
    const rows = fs.readFileSync(path.join(folder, 'manifest.tsv'), 'utf8').split('\n').slice(1).filter(Boolean).map((line) => line.split('\t'));
    const made = (command) => execSync(command, {cwd: folder, maxBuffer: 64e6, shell: '/bin/bash'});
    return rows.filter(([, kind]) => kind !== 'command').map(([name, kind, input, , exits]) =>
        ({name, exits, bytes: kind === 'made' ? made(input) : fs.readFileSync(path.join(folder, input))}));
}

/// Once the page has said something about the file: an error, or an estimate.
const answered = (page) => page.waitForFunction(() => {
    const shown = (id) => !document.getElementById(id).hidden;
    return shown('ui-alert') || shown('ui-wait') && document.getElementById('ui-wait').classList.contains('failed') || document.querySelector('.report .verdict, .report h1');
}, null, {timeout: 30000});

(async () => {
    const browser = await launch();
    const page = await open(browser, html);
    let errors = 0;
    for (const {name, exits, bytes} of inputs()) {
        await page.evaluate(() => {
            document.getElementById('ui-report').replaceChildren();
            document.getElementById('ui-wait').hidden = true;
            document.getElementById('ui-alert').hidden = true;
        });
        await page.locator('#ui-picked').setInputFiles({name: 'case.yaml', mimeType: 'text/plain', buffer: bytes});
        await answered(page).catch(() => complain(name, 'gets no answer'));
        await page.waitForTimeout(150);
        const told = await page.evaluate(() => ['ui-alert', 'ui-wait'].map((id) => document.getElementById(id)).filter((each) => !each.hidden).map((each) => each.textContent).join('\n'));
        errors += told ? 1 : 0;
        if (exits === '2') check(told, `${name} is no error in the page`);
        check(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(told), `${name}: control characters in the message`);
        await page.evaluate(() => localStorage.clear());
    }
    console.log(`${errors} files are refused`);
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    await type(page, 'dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n');
    check((await verdict(page)).startsWith('A peak of'), 'the page answers afterwards');
    await browser.close();
    finish();
})().catch((problem) => {
    complain(problem.message);
    finish();
});
